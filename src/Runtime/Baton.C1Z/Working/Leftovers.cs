using System.Text.RegularExpressions;

namespace Baton.C1Z;

/// <summary>Removes the folders of processes that were killed.</summary>
static partial class Leftovers
{
    static readonly TimeSpan WithoutLock = TimeSpan.FromDays(1);

    /// <summary>Removes those that nobody uses. The folder of a file stays as long as a sync in it may be resumed.</summary>
    /// <param name="parent">The temp directory; null for the system's.</param>
    /// <param name="time">The clock.</param>
    public static void Remove(string? parent, TimeProvider time)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = 0 };
        var folders = new DirectoryInfo(parent ?? Path.GetTempPath()).EnumerateDirectories(TempFolder.Prefix + "*", options);
        foreach (var folder in folders.Where(f => Names().IsMatch(f.Name)).ToList())
        {
            try
            {
                RemoveUnused(folder, time.GetUtcNow().UtcDateTime);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another user's, or somebody else is just removing it: not ours to clean.
            }
        }
    }

    static void RemoveUnused(DirectoryInfo folder, DateTime now)
    {
        if (!FolderLock.Exists(folder.FullName))
        {
            // Killed before it took the lock, or after it had removed it: who is just being so far tries again.
            if (!folder.EnumerateFileSystemInfos().Any())
                folder.Delete();
            else if (now - folder.LastWriteTimeUtc > WithoutLock)
                folder.Delete(recursive: true);
            return;
        }
        // Asked before, since the lock would turn away a sync that is about to begin there; and after, since one may have ended there meanwhile.
        if (MayBeResumed(folder, now))
            return;
        using var folderLock = FolderLock.TryTakeExisting(folder.FullName);
        if (folderLock is not null && !MayBeResumed(folder, now))
            TempFolder.Remove(folder.FullName);
    }

    static bool MayBeResumed(DirectoryInfo folder, DateTime now) =>
        folder.Name.StartsWith(TempFolder.Prefix + "-", StringComparison.Ordinal) && now - LastUse(folder) <= SyncRunTable.ResumableFor;

    static DateTime LastUse(DirectoryInfo folder) => folder.EnumerateFiles().Select(static f => f.LastWriteTimeUtc).Append(folder.LastWriteTimeUtc).Max();

    [GeneratedRegex("^c1z-?[0-9a-f]{16}$", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
