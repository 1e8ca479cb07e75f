using Baton;
using BatonUnix.Accounts;

namespace BatonUnix.Sudo;

/// <summary>Finds out who has a rule: sudo asks for each user which is the last item of the list that matches.</summary>
sealed class SudoHolders(AccountTable accounts, GroupTable groups, AliasTable aliases, ISyncWarnings warnings)
{
    /// <summary>The accounts and groups that have a rule.</summary>
    /// <param name="list">The rule's users.</param>
    /// <param name="place">File and line, for warnings.</param>
    public (IReadOnlyList<string> Users, IReadOnlyList<string> Groups) Find(IEnumerable<ListItem> list, string place)
    {
        var items = aliases.Flatten(AliasKind.User, list).Select(i => new Item(i.Negated, Resolve(i.Name, place))).ToArray();
        // Without a negation whoever matches has the rule; that spares asking item by item for each account.
        var plain = items.All(static i => !i.Negated);
        bool Has(string account) => plain || items.Last(i => i.Target.Members.Contains(account)) is { Negated: false };

        var users = new SortedSet<string>(StringComparer.Ordinal);
        var whole = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var target in items.Where(static i => !i.Negated).Select(static i => i.Target))
        {
            if (target.Group is { } group && target.Members.All(Has))
                whole.Add(group);
            else
                users.UnionWith(target.Members.Where(Has));
        }
        return ([.. users], [.. whole]);
    }

    Target Resolve(string name, string place) => name switch
    {
        "ALL" => new(null, accounts.Names),
        ['+', ..] => Unknown($"{place}: netgroup \"{name}\": who is in it is not in the host's files, so its grants are missing in the result."),
        ['%', ':', ..] => Unknown($"{place}: \"{name}\" is not a Unix group: its grants are missing in the result."),
        ['%', ..] => Group(groups.Find(name[1..]), name, place),
        ['#', ..] => User(accounts.WithUid(name[1..]), name, place),
        _ => User(accounts.Find(name) is { } account ? [account] : [], name, place),
    };

    Target Group(UnixGroup? group, string name, string place) => group is null
        ? Unknown($"{place}: group \"{name}\" does not exist: its grant is missing in the result.")
        : new(group.Name, group.Members.Select(static m => m.Name).ToHashSet(StringComparer.Ordinal));

    Target User(IReadOnlyList<Account> found, string name, string place) => found.Count == 0
        ? Unknown($"{place}: user \"{name}\" does not exist{(AliasTable.IsName(name) ? ", nor does an alias of that name" : "")}: the grant is missing in the result.")
        : new(null, found.Select(static a => a.Name).ToHashSet(StringComparer.Ordinal));

    Target Unknown(string warning)
    {
        warnings.Add(warning);
        return new(null, new HashSet<string>());
    }

    /// <summary>An item of a rule's users.</summary>
    readonly record struct Item(bool Negated, Target Target);

    /// <summary>Whom an item means.</summary>
    /// <param name="Group">Name of the group, when it is one.</param>
    /// <param name="Members">Names of the accounts.</param>
    readonly record struct Target(string? Group, IReadOnlySet<string> Members);
}
