namespace Baton.C1Z.Envelope;

/// <summary>A new file beside its target, which takes the target's place when it is complete and on the disk.</summary>
sealed class AtomicFile : IDisposable
{
    const UnixFileMode NewFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    readonly string _target;
    readonly string _temporary;
    bool _isCommitted;

    AtomicFile(string target, string temporary, FileStream stream)
    {
        _target = target;
        _temporary = temporary;
        Stream = stream;
    }

    /// <summary>Where the content goes.</summary>
    public FileStream Stream { get; }

    /// <summary>Begins to write; the target stays as it is.</summary>
    public static AtomicFile Create(string target)
    {
        CheckTarget(target);
        // An own name for every writer: two that save at once must not rename each other's half.
        var temporary = $"{target}.{UniqueBytes.Hex(8)}.tmp";
        try
        {
            var settings = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
                settings.UnixCreateMode = NewFileMode;
            var file = new AtomicFile(target, temporary, new FileStream(temporary, settings));
            file.KeepMode();
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new C1ZException(
                C1ZError.InputOutput, $"cannot write beside {target}: {e.Message}; choose a file in an existing, writable directory with --file", e);
        }
    }

    /// <summary>Refuses a target that saving could not, or must not, replace.</summary>
    public static void CheckTarget(string target)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(target));
        if (!Directory.Exists(folder))
            throw new C1ZException(C1ZError.InputOutput, $"the directory of {target} does not exist; create it, or choose another file with --file");
        if (Directory.Exists(target) || IsDevice(Path.GetFullPath(target)))
            throw new C1ZException(C1ZError.InputOutput, $"{target} is not an ordinary file; choose another with --file");
    }

    /// <summary>Removes what processes that were killed while they saved left beside the target.</summary>
    public static void RemoveLeftovers(string target)
    {
        var path = Path.GetFullPath(target);
        foreach (var leftover in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.????????.tmp"))
        {
            try
            {
                // Whoever is writing it keeps others from opening it.
                using (new FileStream(leftover, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0))
                    File.Delete(leftover);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use, or another user's.
            }
        }
    }

    /// <summary>Puts the file in the place of its target, and returns when that is on the disk.</summary>
    public void Commit()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_temporary, _target, overwrite: true);
        _isCommitted = true;
        DirectoryFlush.Run(Path.GetDirectoryName(Path.GetFullPath(_target))!);
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (!_isCommitted)
            File.Delete(_temporary);
    }

    // Renaming over /dev/null would take it away from everybody.
    static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    // Whoever narrowed the access to the old file wants that for the new one.
    void KeepMode()
    {
        if (!OperatingSystem.IsWindows() && File.Exists(_target))
            File.SetUnixFileMode(Stream.SafeFileHandle, File.GetUnixFileMode(_target));
    }
}
