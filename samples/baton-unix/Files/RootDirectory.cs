namespace BatonUnix.Files;

/// <summary>
/// The directory that stands for <c>/</c>: the machine's own root or that of another system. Symbolic links are followed here, one part
/// of the path after the other, as the other system would: none of them leads out of the directory.
/// </summary>
sealed class RootDirectory
{
    // The kernel's own limit.
    const int MaxLinks = 40;

    // Account files have kilobytes; whatever is larger is not one.
    const long MaxFileSize = 16 << 20;

    readonly string _prefix;

    /// <param name="path">The directory.</param>
    public RootDirectory(string path) => _prefix = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)).TrimEnd('/');

    /// <summary>Whether this is the root of the running machine.</summary>
    public bool IsMachine => _prefix.Length == 0;

    /// <summary>The directory itself.</summary>
    public string Path => IsMachine ? "/" : _prefix;

    /// <summary>The path as people here write it, without following links.</summary>
    public string Show(string path) => _prefix + Absolute(path);

    /// <summary>The real path of a path inside, with all links followed. The file itself need not exist.</summary>
    /// <exception cref="IOException">The links go round in circles.</exception>
    public string Resolve(string path)
    {
        var links = 0;
        var done = new List<string>();
        var rest = new Stack<string>();
        Push(rest, path);
        while (rest.TryPop(out var part))
        {
            if (part == "..")
            {
                if (done.Count > 0)
                    done.RemoveAt(done.Count - 1);
                continue;
            }
            done.Add(part);
            if (new FileInfo(Real(done)).LinkTarget is not { } target)
                continue;
            if (++links > MaxLinks)
                throw new IOException("too many symbolic links");
            if (target.StartsWith('/'))
                done.Clear();
            else
                done.RemoveAt(done.Count - 1);
            Push(rest, target);
        }
        return Real(done);
    }

    /// <summary>The content of a file.</summary>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="IOException">It is a directory, too large, or broken.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public byte[]? Read(string path)
    {
        var real = Resolve(path);
        try
        {
            if (File.GetAttributes(real).HasFlag(FileAttributes.Directory))
                throw new IOException("it is a directory");
            return new FileInfo(real).Length switch
            {
                // Pipes and devices have no length either, and must not be opened: reading one could take for ever.
                0 => [],
                > MaxFileSize => throw new IOException($"it is larger than {MaxFileSize >> 20} MiB"),
                _ => File.ReadAllBytes(real),
            };
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Names in a directory, in byte order.</summary>
    /// <returns>Null when there is no such directory.</returns>
    public IReadOnlyList<string>? List(string path)
    {
        try
        {
            var names = Directory.EnumerateFileSystemEntries(Resolve(path)).Select(static p => System.IO.Path.GetFileName(p)!).ToArray();
            Array.Sort(names, StringComparer.Ordinal);
            return names;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What keeps this user from a path that exists: the nearest directory that cannot be entered, or else the path itself.</summary>
    public string Obstacle(string path)
    {
        var entered = "/";
        for (var end = path.IndexOf('/', 1); end > 0; end = path.IndexOf('/', end + 1))
        {
            if (IsHidden(path[..end]))
                return entered;
            entered = path[..end];
        }
        return IsHidden(path) ? entered : path;
    }

    // Not even its attributes are to be seen.
    bool IsHidden(string path)
    {
        try
        {
            _ = File.GetAttributes(Resolve(path));
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    string Real(List<string> parts) => parts.Count == 0 ? Path : $"{_prefix}/{string.Join('/', parts)}";

    static string Absolute(string path) => path.StartsWith('/') ? path : "/" + path;

    static void Push(Stack<string> rest, string path)
    {
        var parts = path.Split('/');
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (parts[i] is not ("" or "."))
                rest.Push(parts[i]);
        }
    }
}
