using System.CommandLine;
using Baton.Cli;

namespace Baton.C1ZTool;

/// <summary>The program: one command line, run to its end.</summary>
public static class Tool
{
    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code: 0, 1 when the answer is no, 2 when there is none, 130 when it was stopped before its end, 141 when nobody reads it any more.</returns>
    public static async Task<int> RunAsync(string[] args, ToolHost host, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var parse = Commands.Root(host).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Errors.Count > 0)
        {
            foreach (var error in parse.Errors)
                await host.Error.WriteLineAsync($"error: {TerminalText.Line(error.Message)}");
            await host.Error.WriteLineAsync("baton-c1z --help lists what there is");
            return ExitCode.Error;
        }
        try
        {
            var output = new StreamWriter(host.Output, leaveOpen: true);
            await using (output)
            {
                var configuration = new InvocationConfiguration { Output = output, Error = host.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
                return await parse.InvokeAsync(configuration, cancellationToken);
            }
        }
        catch (Exception e) when (Failure.IsClosedPipe(e))
        {
            return ExitCode.ClosedPipe;
        }
        catch (Exception e) when (Failure.IsOne(e))
        {
            await host.Error.WriteLineAsync($"error: {TerminalText.Line(e.Message)}");
            return ExitCode.Error;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }
}
