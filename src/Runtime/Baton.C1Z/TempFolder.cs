using System.Security.Cryptography;

namespace Baton.C1Z;

/// <summary>A private folder for the unpacked database; gone when disposed.</summary>
sealed class TempFolder : IDisposable
{
    TempFolder(string path) => Path = path;

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The unpacked database.</summary>
    public string Database => System.IO.Path.Combine(Path, "db");

    /// <summary>Creates a folder that nobody else can enter.</summary>
    /// <param name="parent">An existing directory; null for the system's.</param>
    public static TempFolder Create(string? parent)
    {
        parent ??= System.IO.Path.GetTempPath();
        if (!Directory.Exists(parent))
        {
            throw new C1ZException(
                C1ZError.Configuration, $"the temp directory {parent} does not exist; create it, or choose another with --c1z-temp-dir or BATON_TMPDIR");
        }
        var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(parent), "c1z" + RandomNumberGenerator.GetHexString(16, lowercase: true));
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new C1ZException(
                C1ZError.InputOutput, $"cannot create a folder in {parent}: {e.Message}; choose another directory with --c1z-temp-dir or BATON_TMPDIR", e);
        }
        return new TempFolder(path);
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
