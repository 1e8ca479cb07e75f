using System.CommandLine;
using Baton.C1Z;

namespace Baton.C1ZTool;

/// <summary>What changed between two syncs, of one file or of two.</summary>
static class DiffVerb
{
    public static Command Create(ToolHost host)
    {
        var sync = Globals.SyncId();
        var baseFile = Globals.C1Z("--base-file", "Compare with a sync of this file: the full one that finished last, unless --base-sync-id names one");
        var baseSync = new Option<string?>("--base-sync-id") { Description = "Compare with this sync" };
        var command = new Command("diff", "Compare two syncs: by default the last finished full sync with the one before it") { sync, baseFile, baseSync };
        return command.Running(host, async invocation =>
        {
            await using var reader = await invocation.OpenAsync(invocation.File, null);
            await using var other = invocation.Value(baseFile) is { } path ? await invocation.OpenAsync(path, null) : null;
            var after = await AfterAsync(reader, invocation.Value(sync), invocation.Cancel);
            var before = await BeforeAsync(other ?? reader, after, invocation.Value(baseSync), isSameFile: other is null, invocation.Cancel);
            var comparison = new SyncComparison((other ?? reader).View(before), reader.View(after));
            await (invocation.Format switch
            {
                "json" => new DiffJson(host, comparison).WriteAsync(invocation.Cancel),
                "csv" => new DiffText(invocation, comparison).WriteCsvAsync(),
                _ => new DiffText(invocation, comparison).WriteAsync(before, after),
            });
        });
    }

    static async Task<SyncRun> AfterAsync(C1ZReader reader, string? id, CancellationToken cancellationToken) => id is not null
        ? await reader.UseSyncAsync(id, cancellationToken)
        : await reader.LatestFinishedAsync(SyncType.Full, cancellationToken) ?? throw new ToolException("no syncs found - cannot diff");

    static async Task<SyncRun> BeforeAsync(C1ZReader reader, SyncRun after, string? id, bool isSameFile, CancellationToken cancellationToken)
    {
        if (id is not null)
            return await reader.UseSyncAsync(id, cancellationToken);
        if (!isSameFile)
            return await reader.LatestFinishedAsync(SyncType.Full, cancellationToken) ?? throw new ToolException($"{reader.Path} has no finished full sync to compare with");
        SyncRun? before = null;
        await foreach (var run in reader.SyncRunsAsync(cancellationToken))
        {
            if (run.Type == SyncType.Full && run.EndedAt < after.EndedAt && !(run.EndedAt <= before?.EndedAt))
                before = run;
        }
        return before ?? throw new ToolException("cannot diff single sync run");
    }
}
