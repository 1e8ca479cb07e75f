using System.Text;
using BatonUnix.Files;

namespace Baton.Samples.Unix.Tests.Files;

public class TextFileTests
{
    [Fact]
    public void Utf8_stays_and_other_bytes_become_the_latin1_characters_of_their_numbers()
    {
        byte[] bytes = [.. "J\u00f6rg "u8, 0xE9, .. " x "u8, 0xFF, 0xC3, (byte)'!'];
        Assert.Equal("J\u00f6rg \u00e9 x \u00ff\u00c3!", TextFile.Decode(bytes));
    }

    [Fact]
    public void A_cut_off_sequence_at_the_end_is_kept() => Assert.Equal("a\u00e2\u0082", TextFile.Decode([(byte)'a', 0xE2, 0x82]));

    [Fact]
    public void Every_single_byte_gives_one_character()
    {
        for (var value = 0x80; value < 0x100; value++)
            Assert.Equal($"<{(char)value}>", TextFile.Decode([(byte)'<', (byte)value, (byte)'>']));
    }

    [Fact]
    public void No_row_is_lost_whatever_the_bytes()
    {
        var random = new Random(20261121);
        for (var run = 0; run < 2000; run++)
        {
            var bytes = new byte[random.Next(1, 60)];
            random.NextBytes(bytes);
            bytes.AsSpan().Replace((byte)'\n', (byte)'x');
            bytes.AsSpan().Replace((byte)'\r', (byte)'y');
            byte[] file = [.. "first:"u8, .. bytes, .. "\nsecond:"u8, .. bytes, .. "\n"u8];
            var lines = new TextFile("/f", "/f", FileState.Read, TextFile.Decode(file)).Lines.ToArray();
            Assert.Equal(2, lines.Length);
            Assert.Equal(lines[0].Text["first:".Length..], lines[1].Text["second:".Length..]);
        }
    }

    [Theory]
    [InlineData("a\nb\n", "a|b")]
    [InlineData("a\r\nb\r\n", "a|b")]
    [InlineData("a\r\nb\r", "a|b")]
    [InlineData("a\n\nb", "a||b")]
    [InlineData("\uFEFFa", "a")]
    [InlineData("", "")]
    public void Lines_end_with_or_without_carriage_return(string text, string expected)
    {
        var file = new TextFile("/f", "/f", FileState.Read, TextFile.Decode(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(expected, string.Join('|', file.Lines.Select(l => l.Text)));
        Assert.Equal(Enumerable.Range(1, file.Lines.Count()), file.Lines.Select(l => l.Number));
    }
}
