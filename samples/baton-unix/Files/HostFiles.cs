using Baton;

namespace BatonUnix.Files;

/// <summary>Reads files of the host, and says what the result lacks when one cannot be read.</summary>
sealed class HostFiles(RootDirectory root, ISyncWarnings warnings)
{
    /// <summary>The root.</summary>
    public RootDirectory Root => root;

    /// <summary>Where warnings about what a file says go.</summary>
    public ISyncWarnings Warnings => warnings;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path on the host.</param>
    /// <param name="lost">What the result lacks without it, for the warning.</param>
    public TextFile Read(string path, string lost)
    {
        var shown = root.Show(path);
        try
        {
            return root.Read(path) is { } bytes
                ? new(path, shown, FileState.Read, TextFile.Decode(bytes))
                : new(path, shown, FileState.Absent, "");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Warn(path, failure, lost);
            return new(path, shown, FileState.Unreadable, "");
        }
    }

    /// <summary>Names in a directory; none when it does not exist or cannot be read.</summary>
    /// <param name="path">Path on the host.</param>
    /// <param name="lost">What the result lacks without it, for the warning.</param>
    public IReadOnlyList<string> List(string path, string lost)
    {
        try
        {
            return root.List(path) ?? [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Warn(path, failure, lost);
            return [];
        }
    }

    /// <summary>Whether a path is a directory.</summary>
    public bool IsDirectory(string path)
    {
        try
        {
            return Directory.Exists(root.Resolve(path));
        }
        catch (IOException)
        {
            // Reading it as a file tells what is wrong.
            return false;
        }
    }

    void Warn(string path, Exception failure, string lost) => warnings.Add(failure is UnauthorizedAccessException
        ? $"{root.Show(root.Obstacle(path))} cannot be read (permission denied): {lost}."
        : $"{root.Show(path)} cannot be read ({failure.Message}): {lost}.");
}
