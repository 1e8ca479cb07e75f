using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Baton.S3.Tests.Server;

/// <summary>A connector that has the package, as a process. <c>BATON_TEST_S3_CONNECTOR</c> names a native program to start in its place.</summary>
sealed class Town : IAsyncDisposable
{
    public const int SigTerm = 15;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly string Program = typeof(Town).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Town").Value!;

    readonly StringBuilder _log = new();
    readonly Process _process;

    Town(ProcessStartInfo start)
    {
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

    /// <summary>Starts it in a folder of its own, with nothing of AWS but what is given as <c>NAME=value</c>.</summary>
    public static Town Start(string folder, params IEnumerable<string> environment)
    {
        var native = Environment.GetEnvironmentVariable("BATON_TEST_S3_CONNECTOR");
        var start = native is null ? new ProcessStartInfo("dotnet", [Program]) : new ProcessStartInfo(native);
        string[] others = ["AWS_", "BATON_"];
        foreach (var name in start.Environment.Keys.Where(n => others.Any(o => n.StartsWith(o, StringComparison.Ordinal))).ToList())
            start.Environment.Remove(name);
        start.WorkingDirectory = folder;
        string[] always = ["BATON_TOKEN=right", "BATON_LOG_LEVEL=debug", $"BATON_TMPDIR={folder}", $"HOME={folder}", "AWS_EC2_METADATA_DISABLED=true"];
        foreach (var setting in always.Concat(environment).Select(static s => s.Split('=', 2)))
            start.Environment[setting[0]] = setting[1];
        return new(start);
    }

    public void Signal(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

    public void Kill() => _process.Kill();

    /// <summary>Waits until it has written something.</summary>
    public async Task SaidAsync(string text)
    {
        var clock = Stopwatch.StartNew();
        while (!Log.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(clock.Elapsed < Patience && !_process.HasExited, $"it did not say \"{text}\":\n{Log}");
            await Task.Delay(20);
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(Log); // shown when the test fails
        if (!_process.HasExited)
        {
            _process.Kill();
            await EndAsync();
        }
        _process.Dispose();
    }

    void Note(string? line)
    {
        lock (_log)
            _log.AppendLine(line);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    static extern int Kill(int process, int signal);
}
