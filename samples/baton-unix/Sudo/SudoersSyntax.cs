namespace BatonUnix.Sudo;

/// <summary>What one statement of a sudoers file says.</summary>
abstract record SudoersStatement(int Line);

/// <summary>Names for lists: <c>User_Alias ADMINS = alice, bob</c>.</summary>
sealed record AliasDefinition(int Line, AliasKind Kind, string Name, IReadOnlyList<ListItem> Items) : SudoersStatement(Line);

/// <summary>Another file, or all files of a directory.</summary>
sealed record Include(int Line, string Path, bool Directory) : SudoersStatement(Line);

/// <summary>Who may run what: <c>alice, %wheel ALL = (root) NOPASSWD: /bin/ls</c>.</summary>
sealed record UserSpec(int Line, IReadOnlyList<ListItem> Users, IReadOnlyList<Privilege> Privileges) : SudoersStatement(Line)
{
    /// <summary>The rule in one spelling, whatever blanks and line breaks it was written with.</summary>
    public override string ToString() => $"{string.Join(", ", Users)} {string.Join(" : ", Privileges)}";
}

/// <summary>What a rule allows on some hosts.</summary>
sealed record Privilege(IReadOnlyList<ListItem> Hosts, IReadOnlyList<CommandSpec> Commands)
{
    public override string ToString() => $"{string.Join(", ", Hosts)}={string.Join(", ", Commands)}";
}

/// <summary>A command with all that holds for it, whether written in front of it or of one before.</summary>
/// <param name="RunAs">As whom; null when nothing is said, which means root.</param>
/// <param name="Tags">In the order written, each family once: <c>NOPASSWD</c>, <c>SETENV</c>…</param>
/// <param name="Options"><c>CWD=/tmp</c>, <c>TIMEOUT=5m</c>…</param>
sealed record CommandSpec(ListItem Command, RunAs? RunAs, IReadOnlyList<string> Tags, IReadOnlyList<string> Options)
{
    public override string ToString() =>
        string.Join(' ', [.. RunAs is null ? [] : new[] { RunAs.ToString() }, .. Options, .. Tags.Select(static t => t + ":"), Command.ToString()]);
}

/// <summary>As whom a command may run: <c>(users : groups)</c>.</summary>
sealed record RunAs(IReadOnlyList<ListItem> Users, IReadOnlyList<ListItem> Groups)
{
    public override string ToString() => Groups.Count == 0 ? $"({string.Join(", ", Users)})" : $"({string.Join(", ", Users)} : {string.Join(", ", Groups)})";
}

/// <summary>A name in a list of users, hosts, targets or commands; an odd number of <c>!</c> takes away instead of giving.</summary>
sealed record ListItem(string Name, bool Negated)
{
    public override string ToString() => Negated ? "!" + Name : Name;
}

/// <summary>The kinds of alias; a name can stand for one list of each.</summary>
enum AliasKind
{
    User,
    RunAs,
    Host,
    Command,
}

/// <summary>A statement that cannot be understood.</summary>
sealed class SudoersSyntaxException(string message, int line) : Exception(message)
{
    /// <summary>Where reading stopped.</summary>
    public int Line { get; } = line;
}
