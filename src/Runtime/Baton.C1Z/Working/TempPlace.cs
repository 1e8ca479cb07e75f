namespace Baton.C1Z;

/// <summary>Where working folders go.</summary>
static class TempPlace
{
    /// <summary>
    /// The directory that was chosen; null for the system's; or that of the file, when the system's cannot be written to: with a read-only root
    /// it may be the only one.
    /// </summary>
    public static string? For(string file, string? chosen)
    {
        if (chosen is not null || IsWritable(Path.GetTempPath()))
            return chosen;
        var beside = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return IsWritable(beside) ? beside : null;
    }

    static bool IsWritable(string directory)
    {
        try
        {
            var probe = Path.Combine(directory, Path.GetRandomFileName());
            if (!Directory.Exists(directory))
                return false;
            Directory.CreateDirectory(probe);
            Directory.Delete(probe);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
