using System.CommandLine;

namespace Baton.C1ZTool;

static class SyncsVerb
{
    public static Command Create(ToolHost host) => new Command("syncs", "List the syncs of the file, also unfinished ones").Running(host, async invocation =>
    {
        await using var reader = await invocation.OpenAsync(invocation.File, null);
        await invocation.PrintAsync(Listings.Syncs, reader.SyncRunsAsync(invocation.Cancel));
    });
}
