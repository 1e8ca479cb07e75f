namespace Baton.Testing;

/// <summary>A folder that goes away with the run.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("baton-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
