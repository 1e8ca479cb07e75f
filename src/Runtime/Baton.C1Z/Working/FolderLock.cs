namespace Baton.C1Z;

/// <summary>Shows that a folder is in use, by an open file in it that no second process can open.</summary>
sealed class FolderLock : IDisposable
{
    const string Name = "lock";

    readonly FileStream _file;

    FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isGone">Whether the folder was removed meanwhile.</param>
    /// <returns>Null when somebody else has it, or when the folder is gone.</returns>
    public static FolderLock? TryTake(string folder, out bool isGone) => TryTake(folder, FileMode.OpenOrCreate, out isGone);

    /// <summary>Takes the lock of a folder that somebody may be removing: nothing is created in it, so that it can go.</summary>
    /// <returns>Null when somebody else has it, or when it or the folder is gone.</returns>
    public static FolderLock? TryTakeExisting(string folder) => TryTake(folder, FileMode.Open, out _);

    static FolderLock? TryTake(string folder, FileMode mode, out bool isGone)
    {
        isGone = false;
        var path = Path.Combine(folder, Name);
        FileStream file;
        try
        {
            file = new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (e is DirectoryNotFoundException or FileNotFoundException)
        {
            isGone = true;
            return null;
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
        // Locked after somebody had removed it: that lock keeps nobody out.
        isGone = !File.Exists(path);
        if (!isGone)
            return new FolderLock(file);
        file.Dispose();
        return null;
    }

    /// <summary>Whether a folder has a lock, held or not.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, Name));

    /// <summary>Whether a file of this name is the lock.</summary>
    public static bool Is(string name) => name == Name;

    public void Dispose() => _file.Dispose();

    // A sharing violation on Windows; EAGAIN (11 on Linux, 35 on macOS) elsewhere.
    static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 32 or 11 or 35;
}
