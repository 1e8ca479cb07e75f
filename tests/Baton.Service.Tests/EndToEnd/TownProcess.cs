using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Baton.Testing;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>The town in service mode, as a process. <c>BATON_TEST_CONNECTOR</c> names a native program to start in its place.</summary>
sealed class TownProcess : IAsyncDisposable
{
    public const int SigInt = 2;
    public const int SigTerm = 15;

    static readonly string Program = typeof(TownProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Town").Value!;

    readonly StringBuilder _log = new();
    readonly string _directory = Directory.CreateTempSubdirectory("baton-town-").FullName;
    readonly Process _process;

    TownProcess(ProcessStartInfo start, IEnumerable<(string Name, string Value)> environment)
    {
        foreach (var (name, value) in environment.Append(("BATON_TMPDIR", _directory)).Append(("BATON_TOKEN", RunningService.Token)))
            start.Environment[name] = value;
        start.Environment.TryAdd("BATON_HOST_ID", Path.GetFileName(_directory));
        start.WorkingDirectory = _directory;
        start.RedirectStandardError = start.RedirectStandardOutput = true;
        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>All that it wrote, on both streams.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    public string Host => _process.StartInfo.Environment["BATON_HOST_ID"]!;

    public int Id => _process.Id;

    /// <summary>Files that are left in its temporary folder.</summary>
    public IReadOnlyList<string> Files => Directory.GetFileSystemEntries(_directory);

    /// <summary>Starts one; what looks like <c>NAME=value</c> goes into its environment, the rest are arguments.</summary>
    public static TownProcess Start(C1Emulator c1, params string[] settings)
    {
        var native = Environment.GetEnvironmentVariable("BATON_TEST_CONNECTOR");
        var start = new ProcessStartInfo(native ?? "dotnet");
        foreach (var argument in settings.Where(static s => s.StartsWith("--", StringComparison.Ordinal)).Prepend("--log-level=debug").Prepend(native is null ? Program : ""))
        {
            if (argument.Length > 0)
                start.ArgumentList.Add(argument);
        }
        (string Name, string Value)[] client = [("BATON_CLIENT_ID", c1.ClientId), ("BATON_CLIENT_SECRET", c1.ClientSecret), ("BATON_C1_API_HOST", c1.Host)];
        var own = settings.Where(static s => !s.StartsWith("--", StringComparison.Ordinal)).Select(static s => s.Split('=', 2)).Select(static s => (s[0], s[1]));
        return new(start, client.Concat(own));
    }

    public void Signal(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

    /// <summary>Ends it as nothing can prevent.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Tasks.Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(Log); // shown when the test fails
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    void Note(string? line)
    {
        lock (_log)
            _log.AppendLine(line);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    static extern int Kill(int process, int signal);
}
