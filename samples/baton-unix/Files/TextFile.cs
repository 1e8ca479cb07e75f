using System.Text;

namespace BatonUnix.Files;

/// <summary>A text file of the host.</summary>
/// <param name="Path">Where it is on the host, for example <c>/etc/passwd</c>.</param>
/// <param name="ShownPath">Where a person here finds it: the path with <c>--root</c> in front.</param>
/// <param name="State">Whether it could be read.</param>
/// <param name="Text">The content with <c>\n</c> as the end of lines; empty when it was not read.</param>
sealed record TextFile(string Path, string ShownPath, FileState State, string Text)
{
    static readonly Encoding Utf8OrLatin1 = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Latin1Fallback());

    /// <summary>The lines with their numbers, from 1.</summary>
    public IEnumerable<TextLine> Lines
    {
        get
        {
            var number = 0;
            for (var start = 0; start < Text.Length;)
            {
                var end = Text.IndexOf('\n', start);
                if (end < 0)
                    end = Text.Length;
                yield return new(++number, Text[start..end]);
                start = end + 1;
            }
        }
    }

    /// <summary>A place in the file as compilers write it.</summary>
    public string At(int line) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ShownPath}:{line}");

    /// <summary>The text of bytes: UTF-8, or Latin-1 where they are not.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        return Utf8OrLatin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\r');
    }
}

/// <summary>A line of a file.</summary>
readonly record struct TextLine(int Number, string Text);

/// <summary>What became of the attempt to read a file.</summary>
enum FileState
{
    /// <summary>It is there.</summary>
    Read,

    /// <summary>There is no such file.</summary>
    Absent,

    /// <summary>There is one, but it cannot be read.</summary>
    Unreadable,
}
