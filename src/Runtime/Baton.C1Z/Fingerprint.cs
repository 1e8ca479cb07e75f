using System.Runtime.InteropServices;

namespace Baton.C1Z;

/// <summary>
/// A short name for a text, the same in every process: 64 bits of FNV-1a over UTF-16. It tells texts apart that nobody made to look alike; it keeps
/// no secret, and unlike a cryptographic hash it needs no library of the system.
/// </summary>
public static class Fingerprint
{
    const ulong Offset = 14695981039346656037;
    const ulong Prime = 1099511628211;

    /// <summary>Sixteen hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var value in MemoryMarshal.AsBytes(text))
            hash = unchecked((hash ^ value) * Prime);
        return hash.ToString("x16", null);
    }
}
