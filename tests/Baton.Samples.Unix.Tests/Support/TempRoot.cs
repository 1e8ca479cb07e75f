using System.Text;
using BatonUnix.Files;

namespace Baton.Samples.Unix.Tests.Support;

/// <summary>A root directory of a made-up host.</summary>
sealed class TempRoot : IDisposable
{
    public TempRoot() => Path = Directory.CreateTempSubdirectory("baton-unix-").FullName;

    public string Path { get; }

    public RootDirectory Directories => new(Path);

    /// <summary>Where a path of the host is here.</summary>
    public string Real(string path) => Path + path;

    public TempRoot File(string path, string text) => File(path, Encoding.UTF8.GetBytes(text));

    public TempRoot File(string path, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Real(path))!);
        System.IO.File.WriteAllBytes(Real(path), bytes);
        return this;
    }

    public TempRoot Link(string path, string target)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Real(path))!);
        System.IO.File.CreateSymbolicLink(Real(path), target);
        return this;
    }

    public TempRoot Mode(string path, UnixFileMode mode)
    {
        System.IO.File.SetUnixFileMode(Real(path), mode);
        return this;
    }

    public string Read(string path) => System.IO.File.ReadAllText(Real(path));

    public HostFiles Files(ISyncWarnings warnings) => new(Directories, warnings);

    public void Dispose()
    {
        // A test may have taken the permissions that deleting needs.
        foreach (var directory in Directory.EnumerateDirectories(Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            System.IO.File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.Delete(Path, recursive: true);
    }
}
