using System.Text;

namespace Baton.Tests.Shared;

/// <summary>Random texts of an exact size, with characters of one to four bytes. Long ones repeat a block.</summary>
public static class RandomText
{
    const int Block = 128;

    static readonly string[] Characters = ["a", "Z", "0", "-", "_", " ", "\"", "\\", "\n", "é", "ß", "Ω", "語", "\u2028", "\ufffd", "😀", "𐍈"];

    /// <summary>A text of this many UTF-8 bytes.</summary>
    public static string OfBytes(Random random, int bytes) => Repeat(bytes, size => BlockOfBytes(random, size));

    /// <summary>A text of this many code points.</summary>
    public static string OfCodePoints(Random random, int codePoints) =>
        Repeat(codePoints, size => string.Concat(Enumerable.Range(0, size).Select(_ => Next(random))));

    static string Repeat(int size, Func<int, string> block) =>
        new StringBuilder().Insert(0, block(Math.Min(size, Block)), size / Block).Append(block(size % Block)).ToString();

    static string BlockOfBytes(Random random, int bytes)
    {
        var text = new StringBuilder(bytes);
        for (var left = bytes; left > 0;)
        {
            var next = left < 4 ? "x" : Next(random);
            text.Append(next);
            left -= Encoding.UTF8.GetByteCount(next);
        }

        return text.ToString();
    }

    static string Next(Random random) => Characters[random.Next(Characters.Length)];
}
