using System.IO.Enumeration;

namespace BatonUnix.Files;

/// <summary>Finds out where sshd looks for the keys that open an account (<c>AuthorizedKeysFile</c>).</summary>
sealed class SshdConfig
{
    public const string Path = "/etc/ssh/sshd_config";

    const string Lost = "SSH keys are looked for in the usual places only";

    // sshd's own limit.
    const int MaxDepth = 16;

    static readonly string[] Usual = [".ssh/authorized_keys", ".ssh/authorized_keys2"];

    readonly HostFiles _files;
    IReadOnlyList<string>? _keyFiles;

    SshdConfig(HostFiles files) => _files = files;

    /// <summary>The places: paths of the host or of the home directory, with <c>%h</c>, <c>%u</c> and the like in them.</summary>
    public static IReadOnlyList<string> KeyFiles(HostFiles files)
    {
        var config = new SshdConfig(files);
        config.Read(files.Read(Path, Lost), 0);
        return config._keyFiles ?? Usual;
    }

    void Read(TextFile file, int depth)
    {
        var conditional = false;
        foreach (var line in file.Lines)
        {
            var words = line.Text.Split([' ', '\t', '='], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length < 2)
                continue;
            var values = words.Skip(1).TakeWhile(static w => w[0] != '#').Select(static w => w.Trim('"')).ToArray();
            switch (words[0].ToUpperInvariant())
            {
                case "MATCH":
                    conditional = !values.SequenceEqual(["all"], StringComparer.OrdinalIgnoreCase);
                    break;
                case "INCLUDE" when depth < MaxDepth:
                    foreach (var path in values.SelectMany(Included))
                        Read(_files.Read(path, Lost), depth + 1);
                    break;
                case "AUTHORIZEDKEYSFILE" when conditional:
                    _files.Warnings.Add($"{file.At(line.Number)}: places of SSH keys under a condition: the keys there are missing in the result.");
                    break;
                case "AUTHORIZEDKEYSFILE":
                    // The first one counts; "none" means nowhere.
                    _keyFiles ??= values is ["none"] ? [] : values;
                    break;
                case "AUTHORIZEDKEYSCOMMAND" when values is not ["none"]:
                    _files.Warnings.Add($"{file.At(line.Number)}: sshd asks a program for SSH keys: those are missing in the result.");
                    break;
            }
        }
    }

    IEnumerable<string> Included(string pattern)
    {
        var path = pattern.StartsWith('/') ? pattern : $"/etc/ssh/{pattern}";
        var slash = path.LastIndexOf('/');
        var (directory, name) = (path[..slash], path[(slash + 1)..]);
        return name.AsSpan().ContainsAny('*', '?')
            ? _files.List(directory, Lost).Where(n => FileSystemName.MatchesSimpleExpression(name, n, ignoreCase: false)).Select(n => $"{directory}/{n}")
            : [path];
    }
}
