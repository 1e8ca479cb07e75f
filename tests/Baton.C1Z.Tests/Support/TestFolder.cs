namespace Baton.C1Z.Tests;

/// <summary>A folder for one test, with a temp directory of its own so that leftovers show.</summary>
sealed class TestFolder : IDisposable
{
    readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("baton-c1z-tests");

    public TestFolder() => Directory.CreateDirectory(Temp);

    public string Temp => Path.Combine(_root.FullName, "temp");

    public string File(string name) => Path.Combine(_root.FullName, name);

    public C1ZOptions Options(TimeProvider? time = null) => new() { TempDirectory = Temp, TimeProvider = time ?? new TestTime() };

    public void AssertNoLeftovers() => Assert.Empty(Directory.EnumerateFileSystemEntries(Temp));

    /// <summary>The names beside the temp directory.</summary>
    public IEnumerable<string> Names() =>
        _root.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    public void Dispose() => _root.Delete(recursive: true);
}
