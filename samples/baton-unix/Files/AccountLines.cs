using Baton;

namespace BatonUnix.Files;

/// <summary>The lines of <c>passwd</c>, <c>group</c> and <c>shadow</c>, split at the colons as the C library does.</summary>
static class AccountLines
{
    /// <summary>Splits the lines that hold an entry; empty lines and comments do not.</summary>
    /// <param name="file">The file.</param>
    /// <param name="minimum">How many fields an entry has at least.</param>
    /// <param name="lost">What a line without them leaves out of the result.</param>
    /// <param name="warnings">Receives what cannot be used. No content of a line goes there: it may hold a password.</param>
    public static IEnumerable<(TextLine Line, string[] Fields)> Of(TextFile file, int minimum, string lost, ISyncWarnings warnings)
    {
        foreach (var line in file.Lines)
        {
            var text = line.Text.TrimStart();
            if (text.Length == 0 || text[0] == '#')
                continue;
            var fields = text.Split(':');
            if (text[0] is '+' or '-')
                warnings.Add($"{file.At(line.Number)}: a NIS line (\"+\" or \"-\"): what it adds or removes is not in the result.");
            else if (fields[0].Length == 0)
                warnings.Add($"{file.At(line.Number)}: the line has no name: {lost}.");
            else if (fields.Length < minimum)
                warnings.Add($"{file.At(line.Number)}: the line has {fields.Length} of at least {minimum} fields: {lost}.");
            else
                yield return (line, fields);
        }
    }

    /// <summary>Keeps the first entry of each name, as the C library does when it is asked for one.</summary>
    public static bool First(HashSet<string> known, string name, TextFile file, TextLine line, ISyncWarnings warnings)
    {
        if (known.Add(name))
            return true;
        warnings.Add($"{file.At(line.Number)}: \"{name}\" is there a second time: only its first line counts.");
        return false;
    }

    /// <summary>Reads a uid or gid. Negative ones count from the top, as the C library has it.</summary>
    public static bool TryId(string text, out uint id)
    {
        var valid = long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number is >= int.MinValue and <= uint.MaxValue;
        id = unchecked((uint)number);
        return valid;
    }
}
