using Baton;
using BatonUnix.Files;

namespace BatonUnix.Accounts;

/// <summary>A group with its members.</summary>
sealed record UnixGroup(string Name, uint Gid, IReadOnlyList<GroupMember> Members);

/// <summary>A member of a group.</summary>
/// <param name="Name">Name of the account.</param>
/// <param name="Primary">Whether the group is the account's own in <c>/etc/passwd</c>; such a membership cannot be taken away.</param>
readonly record struct GroupMember(string Name, bool Primary);

/// <summary>The groups of the host.</summary>
sealed class GroupTable
{
    readonly Dictionary<string, UnixGroup> _byName;

    GroupTable(IReadOnlyList<UnixGroup> groups)
    {
        All = groups;
        _byName = groups.ToDictionary(static g => g.Name, StringComparer.Ordinal);
    }

    /// <summary>All groups, in the order of the file.</summary>
    public IReadOnlyList<UnixGroup> All { get; }

    /// <summary>The group of a name, or of <c>#</c> and a gid.</summary>
    public UnixGroup? Find(string name) => name.StartsWith('#')
        ? AccountLines.TryId(name[1..], out var gid) ? All.FirstOrDefault(g => g.Gid == gid) : null
        : _byName.GetValueOrDefault(name);

    /// <summary>Reads the groups.</summary>
    public static GroupTable Read(HostFiles files, AccountTable accounts)
    {
        var file = files.Read(GroupFile.Path, "all groups and memberships are missing in the result");
        if (file.State == FileState.Absent)
            files.Warnings.Add($"{file.ShownPath} does not exist: all groups and memberships are missing in the result.");
        var entries = GroupFile.Parse(file, files.Warnings);
        var primary = accounts.All.ToLookup(static a => a.Gid);
        if (file.State == FileState.Read)
            WarnAboutMissing(entries, primary, files.Warnings);
        return new([.. entries.Select(entry => Group(entry, primary[entry.Gid], accounts, files.Warnings))]);
    }

    static UnixGroup Group(GroupEntry entry, IEnumerable<Account> primary, AccountTable accounts, ISyncWarnings warnings)
    {
        var members = primary.Select(static a => new GroupMember(a.Name, Primary: true)).ToList();
        var own = members.Select(static m => m.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in entry.Members)
        {
            if (accounts.Find(name) is null)
                warnings.Add($"{entry.Place}: member \"{name}\" of group \"{entry.Name}\" does not exist: the membership is missing in the result.");
            else if (!own.Contains(name))
                members.Add(new(name, Primary: false));
        }
        return new(entry.Name, entry.Gid, members);
    }

    static void WarnAboutMissing(IReadOnlyList<GroupEntry> entries, ILookup<uint, Account> primary, ISyncWarnings warnings)
    {
        var known = entries.Select(static e => e.Gid).ToHashSet();
        foreach (var gid in primary.Where(g => !known.Contains(g.Key)))
        {
            var names = string.Join(", ", gid.Take(10).Select(static a => a.Name));
            warnings.Add($"No group has gid {gid.Key}, the primary one of {names}{(gid.Count() > 10 ? ", …" : "")}: these memberships are missing in the result.");
        }
    }
}
