using BatonUnix.Files;

namespace BatonUnix.Sudo;

/// <summary>Reads <c>/etc/sudoers</c> and all files that it includes.</summary>
sealed class SudoersLoader(HostFiles files, HostIdentity host)
{
    public const string Path = "/etc/sudoers";

    // sudo's own limit.
    const int MaxDepth = 128;

    const string Lost = "its sudo rules are missing in the result, and \"root\" lists only what the other files give";

    readonly List<(UserSpec, TextFile)> _rules = [];
    readonly AliasTable _aliases = new(files.Warnings);
    readonly HashSet<string> _read = new(StringComparer.Ordinal);
    readonly Stack<string> _open = new();

    /// <summary>Reads everything. There is no warning when the host has no sudoers: then nobody has rights by it.</summary>
    public SudoersContent Load()
    {
        Follow(files.Read(Path, Lost));
        return new(_rules, _aliases);
    }

    void Follow(TextFile file)
    {
        _open.Push(file.Path);
        _read.Add(file.Path);
        foreach (var statement in new SudoersParser(file, files.Warnings).Parse())
        {
            switch (statement)
            {
                case AliasDefinition alias:
                    _aliases.Add(alias, file);
                    break;
                case UserSpec rule:
                    _rules.Add((rule, file));
                    break;
                case Include { Directory: true } include:
                    var directory = PathOf(include, file);
                    foreach (var name in files.List(directory, Lost).Where(IsRead))
                        Follow($"{directory}/{name}", include, file, mustExist: false);
                    break;
                case Include include:
                    Follow(PathOf(include, file), include, file, mustExist: true);
                    break;
            }
        }
        _open.Pop();
    }

    void Follow(string path, Include include, TextFile from, bool mustExist)
    {
        var place = from.At(include.Line);
        if (_open.Contains(path))
            files.Warnings.Add($"{place}: {files.Root.Show(path)} includes itself: it is read once.");
        else if (_open.Count == MaxDepth)
            files.Warnings.Add($"{place}: files include each other more than {MaxDepth} deep: {files.Root.Show(path)} is not read, {Lost}.");
        else if (!_read.Contains(path) && !files.IsDirectory(path))
        {
            var file = files.Read(path, Lost);
            if (file.State == FileState.Absent && mustExist)
                files.Warnings.Add($"{place}: {file.ShownPath} does not exist: {Lost}.");
            Follow(file);
        }
    }

    // A relative path begins at the file that names it; %h is the short host name.
    string PathOf(Include include, TextFile from)
    {
        var path = include.Path.Replace("%h", host.ShortName, StringComparison.Ordinal).TrimEnd('/');
        return path.StartsWith('/') ? path : $"{from.Path[..from.Path.LastIndexOf('/')]}/{path}";
    }

    // Packages leave copies such as "web.rpmsave" and "web~" there.
    static bool IsRead(string name) => !name.Contains('.', StringComparison.Ordinal) && !name.EndsWith('~');
}

/// <summary>What the sudoers files say together.</summary>
sealed record SudoersContent(IReadOnlyList<(UserSpec Rule, TextFile File)> Rules, AliasTable Aliases);
