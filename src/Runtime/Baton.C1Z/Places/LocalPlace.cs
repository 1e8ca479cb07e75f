using System.Globalization;

namespace Baton.C1Z;

/// <summary>A file of this machine.</summary>
sealed class LocalPlace(string path, string? name = null) : C1ZPlace(name ?? path, path)
{
    const int Tail = 8;

    public override string Identity => System.IO.Path.GetFullPath(Path);

    public override string State => Version ?? "none";

    /// <summary>Whoever replaces the file changes one of them: its length, its time, or the checksum at its end. Null without content.</summary>
    public string? Version
    {
        get
        {
            var info = new FileInfo(Path);
            if (!info.Exists || info.Length == 0)
                return null;
            Span<byte> tail = stackalloc byte[Tail];
            using (var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0))
            {
                stream.Seek(-Math.Min(Tail, info.Length), SeekOrigin.End);
                tail = tail[..stream.ReadAtLeast(tail, Tail, throwOnEndOfStream: false)];
            }
            return string.Create(CultureInfo.InvariantCulture, $"{info.Length} {info.LastWriteTimeUtc.Ticks} {Convert.ToHexStringLower(tail)}");
        }
    }

    public override void Dispose()
    {
        // The file is not ours.
    }
}
