using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Baton.Tests.Shared;

/// <summary>The town of the tests as a process, with all that it writes.</summary>
sealed class RunningProgram : IAsyncDisposable
{
    public const int SigInt = 2;
    public const int SigTerm = 15;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly StringBuilder _log = new();
    readonly Process _process;

    public RunningProgram(ProcessStartInfo start)
    {
        start.RedirectStandardError = start.RedirectStandardOutput = true;
        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public int Id => _process.Id;

    /// <summary>All that it wrote, on both streams.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>How to start the town that was built with the tests, or a native one in its place.</summary>
    /// <param name="variable">The environment variable that names a native program.</param>
    /// <param name="arguments">Arguments of the program.</param>
    public static ProcessStartInfo Town(string variable, params IEnumerable<string> arguments)
    {
        if (Environment.GetEnvironmentVariable(variable) is { } native)
            return new(native, arguments);
        var built = typeof(RunningProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Town").Value!;
        return new("dotnet", arguments.Prepend(built));
    }

    public void Signal(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

    /// <summary>Ends it as nothing can prevent.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

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
            await KillAsync();
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
