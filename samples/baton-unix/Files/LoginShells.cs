namespace BatonUnix.Files;

/// <summary>
/// Tells shells that let somebody in from programs that stand in a passwd line to keep them out. A real shell is one that
/// <c>/etc/shells</c> lists; without that file, any program. <c>nologin</c> and its kind are none, even where they are listed.
/// </summary>
sealed class LoginShells
{
    public const string Path = "/etc/shells";

    static readonly HashSet<string> NoShells = new(StringComparer.Ordinal)
    {
        "nologin", "false", "true", "sync", "halt", "shutdown", "reboot", "poweroff",
    };

    readonly HashSet<string>? _listed;

    LoginShells(HashSet<string>? listed) => _listed = listed;

    public static LoginShells Parse(TextFile file) => new(file.State != FileState.Read
        ? null
        : file.Lines.Select(static l => Merged(l.Text.Split('#')[0].Trim())).Where(static s => s.Length > 0).ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether the last field of a passwd line lets somebody in. An empty one means <c>/bin/sh</c>.</summary>
    public bool IsReal(string shell)
    {
        if (shell.Length == 0)
            shell = "/bin/sh";
        return shell.StartsWith('/') && !NoShells.Contains(System.IO.Path.GetFileName(shell)) && (_listed is null || _listed.Contains(Merged(shell)));
    }

    // /bin is a link to /usr/bin on most systems, and either spelling is in use.
    static string Merged(string path) => path.StartsWith("/usr/bin/", StringComparison.Ordinal) ? path[4..] : path;
}
