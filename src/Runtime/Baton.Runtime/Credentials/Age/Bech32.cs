using System.Text;

namespace Baton.Credentials;

/// <summary>The text form of age keys (BIP 173, without its limit of length).</summary>
static class Bech32
{
    const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    const int ChecksumSymbols = 6;
    const int MaxLength = 4096;

    static readonly uint[] Generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

    public static string Encode(string prefix, ReadOnlySpan<byte> data)
    {
        var symbols = Regroup(data.ToArray(), 8, 5, pad: true);
        var checksum = Checksum([.. Expand(prefix), .. symbols, .. new byte[ChecksumSymbols]]) ^ 1;
        var text = new StringBuilder(prefix).Append('1');
        foreach (var symbol in symbols)
            text.Append(Alphabet[symbol]);
        for (var i = ChecksumSymbols - 1; i >= 0; i--)
            text.Append(Alphabet[(int)(checksum >> (5 * i)) & 31]);
        return text.ToString();
    }

    /// <summary>The prefix in small letters, and the data.</summary>
    /// <exception cref="FormatException">A letter, or the checksum, is wrong.</exception>
    public static (string Prefix, byte[] Data) Decode(string text)
    {
        var lower = text.ToLowerInvariant();
        var separator = lower.LastIndexOf('1');
        if (text.Length > MaxLength || IsMixed(text) || separator < 1 || lower.Length - separator <= ChecksumSymbols)
            throw new FormatException("not a bech32 text");
        var prefix = lower[..separator];
        var symbols = lower[(separator + 1)..].Select(static c => Alphabet.IndexOf(c, StringComparison.Ordinal)).ToList();
        if (symbols.Contains(-1) || prefix.Any(static c => c is < '!' or > '~'))
            throw new FormatException("a character that bech32 does not know");
        var values = symbols.Select(static s => (byte)s).ToArray();
        if (Checksum([.. Expand(prefix), .. values]) != 1)
            throw new FormatException("the checksum does not match");
        return (prefix, Regroup(values[..^ChecksumSymbols], 5, 8, pad: false));
    }

    static bool IsMixed(string text) => text.Any(char.IsAsciiLetterLower) && text.Any(char.IsAsciiLetterUpper);

    static IEnumerable<byte> Expand(string prefix) =>
        prefix.Select(static c => (byte)(c >> 5)).Append((byte)0).Concat(prefix.Select(static c => (byte)(c & 31)));

    static uint Checksum(byte[] values)
    {
        var sum = 1u;
        foreach (var value in values)
        {
            var top = sum >> 25;
            sum = ((sum & 0x1ffffff) << 5) ^ value;
            for (var i = 0; i < Generator.Length; i++)
                sum ^= ((top >> i) & 1) == 1 ? Generator[i] : 0;
        }
        return sum;
    }

    static byte[] Regroup(byte[] values, int from, int to, bool pad)
    {
        var result = new List<byte>(values.Length * from / to + 1);
        var pending = 0;
        var bits = 0;
        foreach (var value in values)
        {
            pending = ((pending << from) | value) & 0xfff;
            bits += from;
            for (; bits >= to; bits -= to)
                result.Add((byte)((pending >> (bits - to)) & ((1 << to) - 1)));
        }
        if (pad && bits > 0)
            result.Add((byte)((pending << (to - bits)) & ((1 << to) - 1)));
        else if (!pad && (bits >= from || (pending & ((1 << bits) - 1)) != 0))
            throw new FormatException("bits are left over");
        return [.. result];
    }
}
