using System.Text;
using Baton.C1Z;
using Baton.Cli;

namespace Baton.C1ZTool;

/// <summary>Runs a command again whenever its file is another one.</summary>
sealed class FileWatch(Invocation invocation)
{
    // Each look at an address is a request.
    readonly TimeSpan _interval = TimeSpan.FromSeconds(RemoteStore.IsAddress(invocation.File) ? 5 : 1);

    public async Task<int> RunAsync(Func<Invocation, Task<int>> run)
    {
        var code = ExitCode.Ok;
        string? shown = null;
        try
        {
            while (true)
            {
                var state = await StateAsync();
                if (state != shown)
                    code = await OnceAsync(run);
                shown = state;
                await Task.Delay(_interval, invocation.Host.Time, invocation.Cancel);
            }
        }
        catch (OperationCanceledException) when (invocation.Cancel.IsCancellationRequested)
        {
            return code; // which is how it is to end
        }
    }

    async Task<int> OnceAsync(Func<Invocation, Task<int>> run)
    {
        if (invocation.Host.OutputWidth is not null)
            await invocation.Host.Output.WriteAsync(Encoding.UTF8.GetBytes("\x1b[H\x1b[2J"), invocation.Cancel);
        try
        {
            var code = await run(invocation);
            if (invocation.IsJson)
                await invocation.Host.Output.WriteAsync("\n"u8.ToArray(), invocation.Cancel); // a line for each, so that programs see where one ends
            return code;
        }
        catch (Exception e) when (Failure.IsOne(e) && !Failure.IsClosedPipe(e))
        {
            // It may be written anew at this moment, by something that does not replace it in one step.
            await invocation.Host.Error.WriteLineAsync($"error: {TerminalText.Line(e.Message)}");
            return ExitCode.Error;
        }
    }

    async Task<string> StateAsync()
    {
        try
        {
            return await C1ZVersion.FindAsync(invocation.File, invocation.Cancel) ?? "nothing";
        }
        catch (C1ZException e)
        {
            return e.Message; // once: reading it will say the same
        }
    }
}
