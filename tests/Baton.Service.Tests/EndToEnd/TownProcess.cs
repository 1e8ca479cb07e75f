using Baton.Testing;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>The town in service mode, as a process. <c>BATON_TEST_CONNECTOR</c> names a native program to start in its place.</summary>
sealed class TownProcess : IAsyncDisposable
{
    readonly string _directory = Directory.CreateTempSubdirectory("baton-town-").FullName;
    readonly RunningProgram _program;

    TownProcess(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment)
    {
        var start = RunningProgram.Town("BATON_TEST_CONNECTOR", arguments);
        foreach (var (name, value) in environment.Prepend(("BATON_TMPDIR", _directory)).Prepend(("BATON_TOKEN", RunningService.Token)))
            start.Environment[name] = value;
        start.Environment.TryAdd("BATON_HOST_ID", Path.GetFileName(_directory));
        start.WorkingDirectory = _directory;
        Host = start.Environment["BATON_HOST_ID"]!;
        _program = new(start);
    }

    /// <summary>All that it wrote, on both streams.</summary>
    public string Log => _program.Log;

    public string Host { get; }

    public int Id => _program.Id;

    /// <summary>Files that are left in its temporary folder.</summary>
    public IReadOnlyList<string> Files => Directory.GetFileSystemEntries(_directory);

    /// <summary>Starts one; what looks like <c>NAME=value</c> goes into its environment, the rest are arguments.</summary>
    public static TownProcess Start(C1Emulator c1, params string[] settings)
    {
        var arguments = settings.Where(IsArgument).Prepend("--log-level=debug");
        (string Name, string Value)[] client = [("BATON_CLIENT_ID", c1.ClientId), ("BATON_CLIENT_SECRET", c1.ClientSecret), ("BATON_C1_API_HOST", c1.Host)];
        var own = settings.Where(static s => !IsArgument(s)).Select(static s => s.Split('=', 2)).Select(static s => (s[0], s[1]));
        return new(arguments, client.Concat(own));
    }

    public void Signal(int signal) => _program.Signal(signal);

    public Task KillAsync() => _program.KillAsync();

    public Task SaidAsync(string text) => _program.SaidAsync(text);

    public Task<int> EndAsync() => _program.EndAsync();

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    static bool IsArgument(string setting) => setting.StartsWith("--", StringComparison.Ordinal);
}
