using System.Text;

namespace Baton.Credentials;

/// <summary>The textual head of an age file.</summary>
/// <param name="Stanzas">Ways in.</param>
/// <param name="Mac">Protects the text before it.</param>
/// <param name="MacInput">That text, up to and with the dashes.</param>
/// <param name="Length">Bytes of the header in the file.</param>
sealed record AgeHeader(IReadOnlyList<AgeStanza> Stanzas, byte[] Mac, byte[] MacInput, int Length)
{
    const string Version = "age-encryption.org/v1";
    const string StanzaStart = "-> ";
    const string MacStart = "---";
    const int Columns = 64;
    const int MaxStanzas = 32;
    const int MaxBodyBytes = 64 << 10;

    public delegate byte[] MacOf(ReadOnlySpan<byte> text);

    public static byte[] Write(IReadOnlyList<AgeStanza> stanzas, MacOf mac)
    {
        var text = new StringBuilder(Version).Append('\n');
        foreach (var stanza in stanzas)
        {
            text.Append(StanzaStart).AppendJoin(' ', stanza.Arguments.Prepend(stanza.Type)).Append('\n');
            var body = UnpaddedBase64.Encode(stanza.Body);
            for (var i = 0; i <= body.Length; i += Columns) // the last line is a short one, and may be empty
                text.Append(body.AsSpan(i, Math.Min(Columns, body.Length - i))).Append('\n');
        }
        text.Append(MacStart);
        var input = Encoding.ASCII.GetBytes(text.ToString());
        return [.. input, .. Encoding.ASCII.GetBytes($" {UnpaddedBase64.Encode(mac(input))}\n")];
    }

    /// <exception cref="FormatException">This is no age file.</exception>
    public static AgeHeader Read(ReadOnlySpan<byte> file)
    {
        var position = 0;
        if (Line(file, ref position) != Version)
            throw new FormatException("this is not an age v1 file");
        var stanzas = new List<AgeStanza>();
        while (true)
        {
            var start = position;
            var line = Line(file, ref position);
            if (line.StartsWith(MacStart + " ", StringComparison.Ordinal))
                return new(stanzas, UnpaddedBase64.Decode(line[(MacStart.Length + 1)..]), file[..(start + MacStart.Length)].ToArray(), position);
            if (!line.StartsWith(StanzaStart, StringComparison.Ordinal) || stanzas.Count == MaxStanzas)
                throw new FormatException("the header of the age file is malformed");
            var words = line[StanzaStart.Length..].Split(' ');
            stanzas.Add(new(words[0], words[1..], Body(file, ref position)));
        }
    }

    static byte[] Body(ReadOnlySpan<byte> file, ref int position)
    {
        var body = new StringBuilder();
        string line;
        do
        {
            line = Line(file, ref position);
            body.Append(line);
            if (line.Length > Columns || body.Length > MaxBodyBytes)
                throw new FormatException("the header of the age file is malformed");
        }
        while (line.Length == Columns);
        return UnpaddedBase64.Decode(body.ToString());
    }

    static string Line(ReadOnlySpan<byte> file, ref int position)
    {
        var length = file[position..].IndexOf((byte)'\n');
        if (length < 0)
            throw new FormatException("the header of the age file is cut off");
        var line = file.Slice(position, length);
        if (line.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            throw new FormatException("the header of the age file is malformed");
        position += length + 1;
        return Encoding.ASCII.GetString(line);
    }
}
