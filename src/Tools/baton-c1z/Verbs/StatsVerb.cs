using System.CommandLine;
using Baton.C1Z;
using Baton.Protocol;

namespace Baton.C1ZTool;

static class StatsVerb
{
    public static Command Create(ToolHost host)
    {
        var sync = Globals.SyncId();
        return new Command("stats", "Count what is in the sync that finished last") { sync }.Running(host, async invocation =>
        {
            await using var reader = await invocation.OpenAsync(invocation.Value(sync));
            var run = invocation.Value(sync) is null ? await reader.LatestFinishedAsync(null, invocation.Cancel) : reader.Sync;
            if (run is null)
            {
                await host.Error.WriteLineAsync("No finished sync found in the c1z");
                if (invocation.IsJson)
                    await host.Output.WriteAsync("{}"u8.ToArray(), invocation.Cancel);
                return;
            }
            var stats = await reader.View(run).StatsAsync(invocation.Cancel) ?? new();
            await (invocation.Format switch
            {
                "json" => JsonAsync(invocation, run, stats),
                "csv" => CsvAsync(invocation, stats),
                _ => ConsoleAsync(invocation, run, stats),
            });
        });
    }

    static async Task JsonAsync(Invocation invocation, SyncRun run, SyncStats stats)
    {
        await using var json = JsonOutput.Writer(invocation.Host);
        ProtoJson.Write(json, run.ToMessage(stats));
    }

    static async Task CsvAsync(Invocation invocation, SyncStats stats)
    {
        await using var writer = new CsvWriter(invocation.Host.Output);
        await writer.WriteAsync(["Resource Type", "Resources", "Entitlements", "Grants"]);
        foreach (var row in ByType(stats))
            await writer.WriteAsync(row);
    }

    static async Task ConsoleAsync(Invocation invocation, SyncRun run, SyncStats stats)
    {
        string[][] fields =
        [
            ["Engine", "sqlite"], ["Sync ID", run.Id], ["Sync Type", run.Type.Name], ["Parent Sync ID", run.ParentSyncId],
            ["Started At", Text.Time(run.StartedAt)], ["Ended At", Text.Time(run.EndedAt)],
            ["Duration", run.EndedAt is { } ended ? Text.Duration(ended - run.StartedAt) : "-"], ["Sync Token", run.Token],
        ];
        string[][] counts =
        [
            ["Resource Types", Text.Number(stats.ResourceTypes)], ["Resources", Text.Number(stats.Resources)],
            ["Entitlements", Text.Number(stats.Entitlements)], ["Grants", Text.Number(stats.Grants)],
        ];
        await TableOutput.WriteAsync(invocation.Host, ["Field", "Value"], fields, invocation.Cancel);
        await TableOutput.WriteAsync(invocation.Host, ["Type", "Count"], counts, invocation.Cancel);
        await TableOutput.WriteAsync(invocation.Host, ["Resource Type", "Resources", "Entitlements", "Grants"], ByType(stats), invocation.Cancel);
    }

    static IEnumerable<string[]> ByType(SyncStats stats) => stats.ResourcesByResourceType.Keys
        .Union(stats.EntitlementsByResourceType.Keys).Union(stats.GrantsByResourceType.Keys)
        .Order(StringComparer.Ordinal)
        .Select(type => new[] { type, Count(stats.ResourcesByResourceType, type), Count(stats.EntitlementsByResourceType, type), Count(stats.GrantsByResourceType, type) });

    static string Count(IReadOnlyDictionary<string, long> counts, string type) => Text.Number(counts.TryGetValue(type, out var count) ? count : 0);
}
