using System.Globalization;

namespace Baton.C1Z;

/// <summary>
/// A note beside the unpacked database: which file it was unpacked from, and which sync is being written. With it the next process knows
/// whether it may go on in a folder that it finds.
/// </summary>
static class Origin
{
    const string Name = "origin";
    const int Tail = 8;

    /// <summary>Notes the file as it is now.</summary>
    /// <param name="folder">The folder of the database.</param>
    /// <param name="file">The file.</param>
    /// <param name="syncId">The sync that is being written, if any.</param>
    public static void Write(string folder, string file, string? syncId)
    {
        var path = Path.Combine(folder, Name);
        File.WriteAllText(path + ".new", $"{StateOf(file)}\n{syncId}");
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Whether the database in the folder was unpacked from the file as it is now.</summary>
    /// <param name="folder">The folder of the database.</param>
    /// <param name="file">The file.</param>
    /// <param name="syncId">The sync that was being written, or null.</param>
    public static bool Fits(string folder, string file, out string? syncId)
    {
        syncId = null;
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path) || File.ReadAllText(path).Split('\n') is not [var state, var sync] || state != StateOf(file))
            return false;
        syncId = sync.Length > 0 ? sync : null;
        return true;
    }

    // Whoever replaces the file changes one of them: its length, its time, or the checksum at its end.
    static string StateOf(string file)
    {
        var info = new FileInfo(file);
        if (!info.Exists || info.Length == 0)
            return "none";
        Span<byte> tail = stackalloc byte[Tail];
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0))
        {
            stream.Seek(-Math.Min(Tail, info.Length), SeekOrigin.End);
            tail = tail[..stream.ReadAtLeast(tail, Tail, throwOnEndOfStream: false)];
        }
        return string.Create(CultureInfo.InvariantCulture, $"{info.Length} {info.LastWriteTimeUtc.Ticks} {Convert.ToHexStringLower(tail)}");
    }
}
