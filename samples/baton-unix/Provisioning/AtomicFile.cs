namespace BatonUnix.Provisioning;

/// <summary>Replaces a file in one step: a reader sees the old content or the new one, and a crash leaves one of them.</summary>
static class AtomicFile
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a new file next to the old one, with the same owner and mode, and renames it.</summary>
    /// <param name="path">The file; not a symbolic link, which would be replaced itself.</param>
    /// <param name="content">What it shall contain.</param>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var next = $"{path}.baton-{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        try
        {
            using (var file = new FileStream(next, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }
            FileOwner.Copy(path, next);
            File.SetUnixFileMode(next, File.GetUnixFileMode(path));
            File.Move(next, path, overwrite: true);
        }
        catch
        {
            File.Delete(next);
            throw;
        }
    }
}
