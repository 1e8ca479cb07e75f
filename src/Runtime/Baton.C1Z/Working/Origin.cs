using Baton.C1Z.Envelope;

namespace Baton.C1Z;

/// <summary>
/// A note beside the unpacked database: which file it was unpacked from, and which sync is being written. With it the next process knows
/// whether it may go on in a folder that it finds.
/// </summary>
static class Origin
{
    const string Name = "origin";

    /// <summary>Notes the c1z as it is now.</summary>
    /// <param name="folder">The folder of the database.</param>
    /// <param name="place">The c1z.</param>
    /// <param name="syncId">The sync that is being written, if any.</param>
    public static void Write(string folder, C1ZPlace place, string? syncId)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            File.WriteAllText(path + ".new", $"{place.State}\n{syncId}");
            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception e) when (FileFailure.Is(e))
        {
            throw new C1ZException(
                C1ZError.TempDirectoryFull, $"cannot write in {folder}: {e.Message}; free disk space, or choose another temp directory with --c1z-temp-dir or BATON_TMPDIR", e);
        }
    }

    /// <summary>Whether the database in the folder was unpacked from the c1z as it is now.</summary>
    /// <param name="folder">The folder of the database.</param>
    /// <param name="place">The c1z.</param>
    /// <param name="syncId">The sync that was being written, or null.</param>
    public static bool Fits(string folder, C1ZPlace place, out string? syncId)
    {
        syncId = null;
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path) || File.ReadAllText(path).Split('\n') is not [var state, var sync] || state != place.State)
            return false;
        syncId = sync.Length > 0 ? sync : null;
        return true;
    }
}
