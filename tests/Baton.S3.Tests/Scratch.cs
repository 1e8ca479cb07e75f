using System.Security.Cryptography;

namespace Baton.S3.Tests;

/// <summary>A folder of a test.</summary>
sealed class Scratch : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("baton-s3-test-").FullName;

    public string Folder => _folder;

    public string File(string name) => Path.Combine(_folder, name);

    /// <summary>A file that compresses no further.</summary>
    public string Random(string name, int bytes)
    {
        System.IO.File.WriteAllBytes(File(name), RandomNumberGenerator.GetBytes(bytes));
        return File(name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
