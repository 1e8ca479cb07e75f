using System.Text;
using BatonUnix.Accounts;
using BatonUnix.Files;

namespace BatonUnix.Sudo;

/// <summary>The host's sudo rules with everything resolved that the files can tell.</summary>
sealed class SudoPolicy
{
    readonly HostFiles _files;
    readonly HostIdentity _host;
    readonly AliasTable _aliases;
    readonly SudoHolders _holders;

    SudoPolicy(HostFiles files, HostIdentity host, AliasTable aliases, SudoHolders holders) =>
        (_files, _host, _aliases, _holders) = (files, host, aliases, holders);

    /// <summary>Reads the rules. One that stands twice in the same file is one rule.</summary>
    public static IReadOnlyList<SudoRule> Read(HostFiles files, HostIdentity host, AccountTable accounts, GroupTable groups)
    {
        var content = new SudoersLoader(files, host).Load();
        var policy = new SudoPolicy(files, host, content.Aliases, new(accounts, groups, content.Aliases, files.Warnings));
        return [.. content.Rules.Select(r => policy.Rule(r.Rule, r.File)).DistinctBy(static r => r.Id, StringComparer.Ordinal)];
    }

    SudoRule Rule(UserSpec spec, TextFile file)
    {
        var text = spec.ToString();
        var place = file.At(spec.Line);
        var hosts = _aliases.Flatten(AliasKind.Host, spec.Privileges.SelectMany(static p => p.Hosts));
        var applies = Applies(spec, place);
        var commands = Flat(AliasKind.Command, spec.Privileges.SelectMany(static p => p.Commands).Select(static c => c.Command));
        foreach (var missing in commands.Where(static c => AliasTable.IsName(c.Name)))
            _files.Warnings.Add($"{place}: command alias {missing.Name} is not defined: what it allows is not known.");
        var (users, groups) = _holders.Find(spec.Users, place);
        return new(
            Id(file.Path, text), text, file.Path, spec.Line, Texts(hosts), applies, RunAs(spec), Texts(commands),
            [.. spec.Privileges.SelectMany(static p => p.Commands).SelectMany(static c => c.Tags).Distinct(StringComparer.Ordinal)],
            spec.Privileges.Any(GivesRoot), users, groups);
    }

    // Part of the id is where the rule stands: the same text in two files is two rules, of which one may be removed.
    static string Id(string file, string text) =>
        $"{file}#{Convert.ToHexStringLower(Sha256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8))}";

    bool? Applies(UserSpec spec, string place)
    {
        var answers = spec.Privileges.Select(Applies).ToArray();
        if (answers.Contains(true))
            return true;
        if (!answers.Contains(null))
            return false;
        _files.Warnings.Add($"{place}: the rule names hosts by address, netgroup or pattern: whether it holds on this host is not known, and it counts as if it did.");
        return null;
    }

    bool? Applies(Privilege privilege) => HostMatcher.Applies(Flat(AliasKind.Host, privilege.Hosts), _host);

    // Taking single commands away from ALL stops nobody who may run a copy of them, as sudoers(5) itself warns.
    bool GivesRoot(Privilege privilege)
    {
        var all = false;
        foreach (var command in privilege.Commands.Where(c => AsRoot(c.RunAs)))
        {
            foreach (var item in Flat(AliasKind.Command, [command.Command]).Where(static i => i.Name == "ALL"))
                all = !item.Negated;
        }
        return all && Applies(privilege) != false;
    }

    // Without a target sudo runs as root; with an empty one, or only a group, as the user.
    bool AsRoot(RunAs? runAs) =>
        runAs is null || Flat(AliasKind.RunAs, runAs.Users).LastOrDefault(static i => i.Name is "ALL" or "root" or "#0") is { Negated: false };

    List<string> RunAs(UserSpec spec) => [.. spec.Privileges
        .SelectMany(static p => p.Commands)
        .SelectMany(c => c.RunAs is null ? ["root"] : Targets(c.RunAs))
        .Distinct(StringComparer.Ordinal)];

    IEnumerable<string> Targets(RunAs runAs) =>
        Texts(Flat(AliasKind.RunAs, runAs.Users)).Concat(Flat(AliasKind.RunAs, runAs.Groups).Select(static g => $"group {g}"));

    IReadOnlyList<ListItem> Flat(AliasKind kind, IEnumerable<ListItem> items) => _aliases.Flatten(kind, items);

    static List<string> Texts(IEnumerable<ListItem> items) => [.. items.Select(static i => i.ToString())];
}
