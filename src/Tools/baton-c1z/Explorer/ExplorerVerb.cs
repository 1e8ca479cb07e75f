using System.CommandLine;
using System.Text;
using Baton.Cli;

namespace Baton.C1ZTool.Explorer;

/// <summary>Shows the file in a browser on this machine.</summary>
static class ExplorerVerb
{
    public static Command Create(ToolHost host)
    {
        var sync = Globals.SyncId();
        var port = new Option<int>("--port", "-p") { Description = "The port on this machine; 0 for any that is free" };
        var open = new Option<bool>("--open") { Description = "Open it in the browser, which happens anyway when the output is a terminal" };
        var noOpen = new Option<bool>("--no-open") { Description = "Only print the address" };
        var baseFile = Globals.C1Z("--base-file", "Another file, to compare with");
        var command = new Command("explorer", "Show the file in a browser, until Ctrl-C: search, access with its paths, what changed")
        {
            port, open, noOpen, baseFile, sync,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Globals.Watch))
                result.AddError("--watch does not go with explorer: start it again for a new file");
            if (result.GetValue(open) && result.GetValue(noOpen))
                result.AddError("--open and --no-open do not go together");
            if (result.GetValue(port) is < 0 or > ushort.MaxValue)
                result.AddError("--port takes a number up to 65535");
        });
        return command.Running(host, async invocation =>
        {
            await using var reader = await invocation.OpenAsync(invocation.Value(sync));
            await using var other = invocation.Value(baseFile) is { } path ? await invocation.OpenAsync(path, null) : null;
            var library = new Library(reader, other);
            await using var diff = new DiffApi(library, invocation.Cancel);
            using var server = new LocalServer(invocation.Value(port), host);
            var gate = new Gate(server.Port);
            await TellAsync(invocation, gate, invocation.Value(open) || (host.OutputWidth is not null && !invocation.Value(noOpen)));
            await server.RunAsync(new Site(gate, library, diff, host.Time).AnswerAsync, invocation.Cancel);
        });
    }

    static async Task TellAsync(Invocation invocation, Gate gate, bool opens)
    {
        await invocation.Host.Output.WriteAsync(Encoding.UTF8.GetBytes(gate.Address + "\n"), invocation.Cancel);
        await invocation.Host.Output.FlushAsync(invocation.Cancel);
        await invocation.Host.Error.WriteLineAsync(TerminalText.Line($"showing {invocation.File} to whoever has this address, until Ctrl-C"));
        if (opens && Browser.TryOpen(gate.Invite()) is { } problem)
            await invocation.Host.Error.WriteLineAsync($"no browser was opened: {TerminalText.Line(problem)}; open the address yourself");
    }
}
