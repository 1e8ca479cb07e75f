namespace Baton.C1Z;

/// <summary>
/// A private folder for the unpacked database; gone when disposed. As long as it is in use its lock is held, which the system gives back
/// when the process ends, however it ends.
/// </summary>
sealed class TempFolder : IDisposable
{
    internal const string Prefix = "c1z";

    const int Attempts = 10;

    readonly FolderLock _lock;
    bool _stays;

    TempFolder(string path, FolderLock folderLock, bool belongsToFile)
    {
        Path = path;
        _lock = folderLock;
        BelongsToFile = belongsToFile;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The unpacked database.</summary>
    public string Database => System.IO.Path.Combine(Path, "db");

    /// <summary>Whether the next process that works on the same file finds the folder again.</summary>
    public bool BelongsToFile { get; }

    /// <summary>Creates a folder that nobody else can enter.</summary>
    /// <param name="parent">An existing directory; null for the system's.</param>
    public static TempFolder Create(string? parent)
    {
        parent = Parent(parent);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var path = System.IO.Path.Combine(parent, Prefix + UniqueBytes.Hex(16));
            // Who looks for leftovers may have been quicker, and takes it for one.
            if (Enter(parent, path, belongsToFile: false) is { } folder)
                return folder;
        }
        throw NotCreated(parent, "somebody else took every new folder");
    }

    /// <summary>The folder of a c1z, with what a process that was killed left in it; a new one while another process works in that.</summary>
    public static TempFolder Of(C1ZPlace place, string? parent)
    {
        parent = Parent(parent);
        var path = System.IO.Path.Combine(parent, $"{Prefix}-{Fingerprint.Of(place.Identity)}");
        return Enter(parent, path, belongsToFile: true) ?? Create(parent);
    }

    /// <summary>Leaves the folder for the next process, instead of removing it.</summary>
    public void Stay() => _stays = BelongsToFile;

    /// <summary>Removes all that is in it but the lock.</summary>
    public void Empty() => Empty(Path);

    /// <summary>Removes a folder, its lock last: without that, whoever finds what a process that was killed here has left could not tell whether it is in use.</summary>
    public static void Remove(string path)
    {
        try
        {
            Empty(path);
            Directory.Delete(path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody who looks for leftovers found it when it was empty, and was quicker.
        }
    }

    public void Dispose()
    {
        // Locked until it is gone, except where an open file cannot be removed.
        if (OperatingSystem.IsWindows())
            _lock.Dispose();
        if (!_stays)
            Remove(Path);
        _lock.Dispose();
    }

    static void Empty(string path)
    {
        foreach (var file in new DirectoryInfo(path).EnumerateFiles().Where(static f => !FolderLock.Is(f.Name)).ToList())
            file.Delete();
    }

    static string Parent(string? parent)
    {
        parent ??= System.IO.Path.GetTempPath();
        if (!Directory.Exists(parent))
        {
            throw new C1ZException(
                C1ZError.Configuration, $"the temp directory {parent} does not exist; create it, or choose another with --c1z-temp-dir or BATON_TMPDIR");
        }
        return System.IO.Path.GetFullPath(parent);
    }

    static TempFolder? Enter(string parent, string path, bool belongsToFile)
    {
        try
        {
            // Whoever removes the folder as a leftover may do so between the two steps.
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                CreatePrivate(path);
                if (FolderLock.TryTake(path, out var isGone) is { } folderLock)
                    return new TempFolder(path, folderLock, belongsToFile);
                if (!isGone)
                    return null;
            }
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotCreated(parent, e.Message, e);
        }
    }

    static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    static C1ZException NotCreated(string parent, string why, Exception? cause = null) => new(
        C1ZError.InputOutput, $"cannot create a folder in {parent}: {why}; choose another directory with --c1z-temp-dir or BATON_TMPDIR", cause);
}
