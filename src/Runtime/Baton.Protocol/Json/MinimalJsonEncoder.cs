using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Baton.Protocol;

/// <summary>Escapes what JSON asks to be escaped and nothing else; the encoders of .NET also escape emoji.</summary>
sealed unsafe class MinimalJsonEncoder : JavaScriptEncoder
{
    public static MinimalJsonEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\';

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        // An unpaired surrogate has no UTF-8 form: the caller replaces it.
        var characters = new ReadOnlySpan<char>(text, textLength);
        for (var i = 0; i < characters.Length;)
        {
            if (Rune.DecodeFromUtf16(characters[i..], out var rune, out var length) != System.Buffers.OperationStatus.Done || WillEncode(rune.Value))
                return i;
            i += length;
        }

        return -1;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        var letter = unicodeScalar switch
        {
            '"' => '"',
            '\\' => '\\',
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            _ => '\0',
        };
        return letter == '\0'
            ? target.TryWrite(CultureInfo.InvariantCulture, $"\\u{unicodeScalar:x4}", out numberOfCharactersWritten)
            : target.TryWrite(CultureInfo.InvariantCulture, $"\\{letter}", out numberOfCharactersWritten);
    }
}
