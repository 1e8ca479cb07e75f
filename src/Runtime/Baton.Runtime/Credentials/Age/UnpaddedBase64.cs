namespace Baton.Credentials;

/// <summary>Standard base64 without the padding, as in the header of an age file.</summary>
static class UnpaddedBase64
{
    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    /// <exception cref="FormatException">The text is anything else, or not in the one form that encoding gives.</exception>
    public static byte[] Decode(string text)
    {
        if (text.Contains('=', StringComparison.Ordinal))
            throw new FormatException("base64 with padding where none is allowed");
        var bytes = Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
        return Encode(bytes) == text ? bytes : throw new FormatException("base64 that is not canonical");
    }
}
