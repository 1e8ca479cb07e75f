using Baton;

namespace BatonUnix.Files;

/// <summary>A line of <c>/etc/passwd</c>.</summary>
/// <param name="Password">What the second field says; the hash itself is not kept.</param>
sealed record PasswdEntry(string Name, PasswordState Password, uint Uid, uint Gid, string Gecos, string Home, string Shell);

/// <summary>Reads <c>/etc/passwd</c>.</summary>
static class PasswdFile
{
    public const string Path = "/etc/passwd";

    const string Lost = "the account is missing in the result";

    public static IReadOnlyList<PasswdEntry> Parse(TextFile file, ISyncWarnings warnings)
    {
        var entries = new List<PasswdEntry>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, fields) in AccountLines.Of(file, 4, Lost, warnings))
        {
            if (!AccountLines.TryId(fields[2], out var uid) || !AccountLines.TryId(fields[3], out var gid))
                warnings.Add($"{file.At(line.Number)}: the uid or the gid is not a number: {Lost}.");
            else if (AccountLines.First(known, fields[0], file, line, warnings))
            {
                if (fields.Length != 7)
                    warnings.Add($"{file.At(line.Number)}: the line has {fields.Length} fields instead of 7: what is missing counts as empty.");
                entries.Add(new(fields[0], PasswordStates.OfPasswd(fields[1]), uid, gid, Field(fields, 4), Field(fields, 5), Field(fields, 6)));
            }
        }
        return entries;
    }

    static string Field(string[] fields, int at) => at < fields.Length ? fields[at] : "";
}
