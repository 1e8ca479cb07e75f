using Baton;

namespace BatonUnix.Files;

/// <summary>A line of <c>/etc/group</c>.</summary>
/// <param name="Members">Names of the explicit members, each once.</param>
/// <param name="Place">File and line, for warnings.</param>
sealed record GroupEntry(string Name, uint Gid, IReadOnlyList<string> Members, string Place);

/// <summary>Reads <c>/etc/group</c>.</summary>
static class GroupFile
{
    public const string Path = "/etc/group";

    const string Lost = "the group is missing in the result";

    public static IReadOnlyList<GroupEntry> Parse(TextFile file, ISyncWarnings warnings)
    {
        var entries = new List<GroupEntry>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, fields) in AccountLines.Of(file, 3, Lost, warnings))
        {
            if (!AccountLines.TryId(fields[2], out var gid))
                warnings.Add($"{file.At(line.Number)}: the gid is not a number: {Lost}.");
            else if (AccountLines.First(known, fields[0], file, line, warnings))
                entries.Add(new(fields[0], gid, Members(fields), file.At(line.Number)));
        }
        return entries;
    }

    static string[] Members(string[] fields) => fields.Length < 4
        ? []
        : [.. fields[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
