using System.Text.Json;
using Baton.C1Z;
using Baton.Protocol.Connector.V2;

namespace Baton.C1ZTool.Explorer;

/// <summary>What there is: files, syncs, counts, types.</summary>
static class OverviewApi
{
    const int MostTypes = 500;

    public static async Task<HttpReply> SyncsAsync(Library library, CancellationToken cancellationToken)
    {
        var syncs = await library.SyncsAsync(cancellationToken);
        return Reply.Object(json => json.WriteArray("syncs", syncs, static (json, sync) => json.WriteObject(json =>
        {
            json.WriteString("id", sync.Id);
            json.WriteString("file", sync.File);
            json.WriteBoolean("isDefault", sync.IsDefault);
            Write(json, sync.Run);
        })));
    }

    public static async Task<HttpReply> OverviewAsync(Question question)
    {
        var stats = await question.View.StatsAsync(question.Cancel) ?? new();
        var types = new List<ResourceType>();
        await foreach (var type in question.View.ResourceTypesAsync(question.Cancel))
        {
            types.Add(type);
            if (types.Count == MostTypes)
                break;
        }
        return Reply.Object(json =>
        {
            if (question.View.Sync is { } run)
                json.WriteMember("sync", json => json.WriteObject(json => Write(json, run)));
            json.WriteMember("counts", json => json.WriteObject(json => Write(json, stats)));
            json.WriteArray("types", types, (json, type) => json.WriteObject(json => Write(json, type, stats)));
            json.WriteMember("steps", json => json.WriteObject(json =>
            {
                foreach (var (step, milliseconds) in stats.StepDurationsMs.Take(MostTypes))
                    json.WriteNumber(step, milliseconds);
            }));
        });
    }

    static void Write(Utf8JsonWriter json, SyncRun run)
    {
        json.WriteString("syncId", run.Id);
        json.WriteString("type", run.Type.Name);
        json.WriteString("startedAt", Text.Time(run.StartedAt));
        if (run.EndedAt is { } ended)
        {
            json.WriteString("endedAt", Text.Time(ended));
            json.WriteString("duration", Text.Duration(ended - run.StartedAt));
        }
        json.WriteString("parent", run.ParentSyncId);
    }

    static void Write(Utf8JsonWriter json, SyncStats stats)
    {
        json.WriteNumber("resourceTypes", stats.ResourceTypes);
        json.WriteNumber("resources", stats.Resources);
        json.WriteNumber("entitlements", stats.Entitlements);
        json.WriteNumber("grants", stats.Grants);
        json.WriteNumber("assets", stats.Assets);
    }

    static void Write(Utf8JsonWriter json, ResourceType type, SyncStats stats)
    {
        json.WriteString("id", type.Id);
        json.WriteString("name", Shape.Short(Shape.Name(type.DisplayName, type.Id)));
        json.WriteString("description", Shape.Short(type.Description));
        json.WriteString("kind", Shape.Kind(type));
        json.WriteArray("traits", type.Traits, static (json, trait) => json.WriteStringValue(trait.ToString()));
        json.WriteNumber("resources", Count(stats.ResourcesByResourceType, type.Id));
        json.WriteNumber("entitlements", Count(stats.EntitlementsByResourceType, type.Id));
        json.WriteNumber("grants", Count(stats.GrantsByResourceType, type.Id));
    }

    static long Count(IReadOnlyDictionary<string, long> counts, string type) => counts.TryGetValue(type, out var count) ? count : 0;
}
