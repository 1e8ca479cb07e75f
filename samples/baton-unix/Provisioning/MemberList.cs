using System.Text;
using Baton;
using BatonUnix.Files;

namespace BatonUnix.Provisioning;

/// <summary>
/// Changes the member list of one line of <c>group</c> or <c>gshadow</c>. All other bytes stay as they are, whatever they mean and however
/// they are encoded.
/// </summary>
static class MemberList
{
    const int Field = 3;

    /// <summary>Adds or removes a member.</summary>
    /// <param name="content">The file.</param>
    /// <param name="group">Name of the group.</param>
    /// <param name="member">Name of the member.</param>
    /// <param name="add">False to remove.</param>
    /// <returns>The new content; null when nothing is to be changed; <paramref name="found"/> tells whether the group has a line.</returns>
    /// <exception cref="ConnectorException">The group's line is broken.</exception>
    public static byte[]? Edit(ReadOnlySpan<byte> content, string group, string member, bool add, out bool found)
    {
        for (var start = 0; start < content.Length;)
        {
            var length = content[start..].IndexOf((byte)'\n');
            var end = length < 0 ? content.Length : start + length;
            var line = content[start..end].TrimEnd((byte)'\r');
            if (IsOf(line, group))
            {
                found = true;
                return EditLine(line, group, member, add) is { } changed
                    ? [.. content[..start], .. changed, .. content[(start + line.Length)..]]
                    : null;
            }
            start = end + 1;
        }
        found = false;
        return null;
    }

    static bool IsOf(ReadOnlySpan<byte> line, string group)
    {
        var colon = line.IndexOf((byte)':');
        return colon > 0 && TextFile.Decode(line[..colon]).TrimStart() == group;
    }

    static byte[]? EditLine(ReadOnlySpan<byte> line, string group, string member, bool add)
    {
        var colons = line.Count((byte)':');
        if (colons is < Field - 1 or > Field)
            throw new ConnectorException(ErrorCode.FailedPrecondition, $"The line of group \"{group}\" does not have {Field + 1} fields: repair it first.");
        var at = colons == Field ? line.LastIndexOf((byte)':') + 1 : line.Length;
        var list = Encoding.Latin1.GetString(line[at..]);
        var names = list.Split(',');
        var known = names.Any(name => IsSame(name, member));
        if (known == add)
            return null;
        var changed = !add ? string.Join(',', names.Where(name => !IsSame(name, member)))
            : list.Trim().Length == 0 ? Bytes(member)
            : $"{list.TrimEnd(',')},{Bytes(member)}";
        return [.. line[..at], .. colons == Field ? [] : ":"u8, .. Encoding.Latin1.GetBytes(changed)];
    }

    // Latin-1 here stands for "bytes as characters": it gives back every byte as it was.
    static string Bytes(string name) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name));

    static bool IsSame(string bytes, string name) => TextFile.Decode(Encoding.Latin1.GetBytes(bytes)).Trim() == name;
}
