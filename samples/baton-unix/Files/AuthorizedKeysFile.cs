using Baton;

namespace BatonUnix.Files;

/// <summary>Reads the files with which people let keys into their accounts.</summary>
/// <param name="local">The host's time zone, in which expiry times without Z are meant.</param>
sealed class AuthorizedKeysFile(TimeZoneInfo local, ISyncWarnings warnings)
{
    /// <summary>Reads one file. A line that is no key becomes a warning without its content: the file is the user's, and may be anything.</summary>
    public IEnumerable<AuthorizedKey> Parse(string user, TextFile file)
    {
        foreach (var line in file.Lines)
        {
            var text = line.Text.Trim();
            if (text.Length == 0 || text[0] == '#')
                continue;
            if (Key(user, text, [], file, line.Number) is { } plain)
                yield return plain;
            else if (OptionsEnd(text) is var end && end > 0 && Key(user, text[end..], Split(text[..end]), file, line.Number) is { } limited)
                yield return limited;
            else
                warnings.Add($"{file.At(line.Number)}: the line is not an SSH public key: it is not in the result.");
        }
    }

    AuthorizedKey? Key(string user, string text, IReadOnlyList<string> options, TextFile file, int line)
    {
        var words = text.Split([' ', '\t'], 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2 || !KeyBlob.TryParse(words[0], words[1], out var blob))
            return null;
        var expires = options.Select(o => SshTime.Parse(o, local)).Min();
        return new(user, blob.Fingerprint, words[0], blob.Bits(words[0]), words.Length > 2 ? words[2] : "", options, expires, file.Path, line);
    }

    // Options end at the first blank outside quotes.
    static int OptionsEnd(string text)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsQuote(text, i))
                quoted = !quoted;
            else if (!quoted && text[i] is ' ' or '\t')
                return i;
        }
        return 0;
    }

    static List<string> Split(string text)
    {
        var options = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsQuote(text, i))
                quoted = !quoted;
            else if (i == text.Length || (!quoted && text[i] == ','))
            {
                if (i > start)
                    options.Add(Shown(text[start..i]));
                start = i + 1;
            }
        }
        return options;
    }

    static bool IsQuote(string text, int at) => text[at] == '"' && (at == 0 || text[at - 1] != '\\');

    // The value of a variable may be a credential: its name is enough.
    static string Shown(string option)
    {
        const string Variable = "environment=\"";
        var end = option.IndexOf('=', Math.Min(option.Length, Variable.Length));
        return option.StartsWith(Variable, StringComparison.OrdinalIgnoreCase) && end > 0 ? option[..(end + 1)] + "…\"" : option;
    }
}
