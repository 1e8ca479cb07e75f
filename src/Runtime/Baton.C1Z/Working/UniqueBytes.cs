namespace Baton.C1Z;

/// <summary>Random bytes of the system, for names and ids that nobody else shall have, and for hashes that no file shall foresee.</summary>
static class UniqueBytes
{
    const int FirstRandom = 9; // of a version 4 Guid: version and variant stand before it
    const int GuidBytes = 16;

    // RandomNumberGenerator would load OpenSSL for them, which a program that talks to nobody does without: it takes 10 ms, and may not be installed.
    public static void Fill(Span<byte> bytes)
    {
        Span<byte> guid = stackalloc byte[GuidBytes];
        while (!bytes.IsEmpty)
        {
            _ = Guid.NewGuid().TryWriteBytes(guid);
            var length = Math.Min(GuidBytes - FirstRandom, bytes.Length);
            guid.Slice(FirstRandom, length).CopyTo(bytes);
            bytes = bytes[length..];
        }
    }

    /// <summary>As hexadecimal digits.</summary>
    public static string Hex(int digits)
    {
        Span<byte> bytes = stackalloc byte[digits / 2];
        Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
