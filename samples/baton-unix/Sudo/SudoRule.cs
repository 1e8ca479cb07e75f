namespace BatonUnix.Sudo;

/// <summary>A rule of a sudoers file with its aliases resolved.</summary>
/// <param name="Id">The file and a hash of the rule's text: it stays when lines move, and changes when the rule does.</param>
/// <param name="Text">The rule in one spelling.</param>
/// <param name="File">Where it stands.</param>
/// <param name="Line">And in which line.</param>
/// <param name="Hosts">Where it holds.</param>
/// <param name="Applies">Whether it holds on this host; null when the files do not tell.</param>
/// <param name="RunAs">As whom.</param>
/// <param name="Commands">What it allows, and with <c>!</c> what it takes away.</param>
/// <param name="Tags"><c>NOPASSWD</c> and the like, wherever they stand in the rule.</param>
/// <param name="GivesRoot">Whether it holds here and lets somebody run everything as root.</param>
/// <param name="Users">Names of the accounts that it names, or that fall under <c>ALL</c>.</param>
/// <param name="Groups">Names of the groups all of whose members have it.</param>
sealed record SudoRule(
    string Id,
    string Text,
    string File,
    int Line,
    IReadOnlyList<string> Hosts,
    bool? Applies,
    IReadOnlyList<string> RunAs,
    IReadOnlyList<string> Commands,
    IReadOnlyList<string> Tags,
    bool GivesRoot,
    IReadOnlyList<string> Users,
    IReadOnlyList<string> Groups);
