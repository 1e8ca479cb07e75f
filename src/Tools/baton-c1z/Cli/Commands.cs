using System.CommandLine;
using Baton.C1ZTool.Explorer;

namespace Baton.C1ZTool;

/// <summary>The tree of commands.</summary>
static class Commands
{
    public static RootCommand Root(ToolHost host) => new("Reads, queries, checks and compares c1z files: who has access to what.")
    {
        Globals.File,
        Globals.Format,
        Globals.Watch,
        ResourceTypesVerb.Create(host),
        ResourcesVerb.Create(host),
        EntitlementsVerb.Create(host),
        GrantsVerb.Create(host),
        PrincipalsVerb.Create(host),
        AccessVerb.Create(host),
        WhyVerb.Create(host),
        CheckVerb.Create(host),
        SyncsVerb.Create(host),
        StatsVerb.Create(host),
        DiffVerb.Create(host),
        ValidateVerb.Create(host),
        ExplorerVerb.Create(host),
        ExportVerb.Create(host),
        DumpDatabaseVerb.Create(host),
    };

    /// <summary>Makes a command run a function, again and again when it is to watch the file.</summary>
    public static Command Running(this Command command, ToolHost host, Func<Invocation, Task<int>> run)
    {
        command.SetAction((parse, cancellationToken) =>
        {
            var invocation = new Invocation(parse, host, cancellationToken);
            return parse.GetValue(Globals.Watch) ? new FileWatch(invocation).RunAsync(run) : run(invocation);
        });
        return command;
    }

    public static Command Running(this Command command, ToolHost host, Func<Invocation, Task> run) => command.Running(host, async invocation =>
    {
        await run(invocation);
        return ExitCode.Ok;
    });
}
