using System.Text;
using Baton.C1Z;
using Baton.Cli;

namespace Baton.C1ZTool;

/// <summary>
/// Runs a command again whenever its file is another one. A c1z is replaced, never changed: looking at its time and length is enough, and
/// works on every file system.
/// </summary>
sealed class FileWatch(Invocation invocation)
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public async Task<int> RunAsync(Func<Invocation, Task<int>> run)
    {
        var code = ExitCode.Ok;
        (DateTime, long)? shown = null;
        do
        {
            var state = State();
            if (state == shown)
                continue;
            shown = state;
            code = await OnceAsync(run);
        }
        while (await WaitAsync());
        return code;
    }

    async Task<int> OnceAsync(Func<Invocation, Task<int>> run)
    {
        if (invocation.Host.OutputWidth is not null)
            await invocation.Host.Output.WriteAsync(Encoding.UTF8.GetBytes("\x1b[H\x1b[2J"), invocation.Cancel);
        try
        {
            return await run(invocation);
        }
        catch (Exception e) when (e is C1ZException or ToolException)
        {
            // It may be written anew at this moment, by something that does not replace it in one step.
            await invocation.Host.Error.WriteLineAsync($"error: {TerminalText.Line(e.Message)}");
            return ExitCode.Error;
        }
    }

    async Task<bool> WaitAsync()
    {
        try
        {
            await Task.Delay(Interval, invocation.Host.Time, invocation.Cancel);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    (DateTime, long) State()
    {
        var file = new FileInfo(invocation.File);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : (default, -1);
    }
}
