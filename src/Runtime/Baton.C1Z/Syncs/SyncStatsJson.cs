using System.Text.Json;

namespace Baton.C1Z;

/// <summary>The JSON of <see cref="SyncStats"/>: fixed key order, sorted maps, no zeros outside of maps.</summary>
static class SyncStatsJson
{
    public static string Write(SyncStats stats)
    {
        var json = new GoJson();
        json.BeginObject();
        json.Number("resource_types", stats.ResourceTypes);
        json.Number("resources", stats.Resources);
        json.Number("entitlements", stats.Entitlements);
        json.Number("grants", stats.Grants);
        json.Map("resources_by_resource_type", stats.ResourcesByResourceType, json.Value);
        json.Map("grants_by_resource_type", stats.GrantsByResourceType, json.Value);
        json.Map("entitlements_by_resource_type", stats.EntitlementsByResourceType, json.Value);
        json.Number("assets", stats.Assets);
        json.Map("step_durations_ms", stats.StepDurationsMs, json.Value);
        json.Map("connector_call_stats", stats.ConnectorCallStats, call => Write(json, call));
        json.Map("session_store_stats", stats.SessionStoreStats, call => Write(json, call));
        json.EndObject();
        return json.ToString();
    }

    public static SyncStats? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new SyncStats
            {
                ResourceTypes = Number(root, "resource_types"),
                Resources = Number(root, "resources"),
                Entitlements = Number(root, "entitlements"),
                Grants = Number(root, "grants"),
                ResourcesByResourceType = Map(root, "resources_by_resource_type", value => value.GetInt64()),
                GrantsByResourceType = Map(root, "grants_by_resource_type", value => value.GetInt64()),
                EntitlementsByResourceType = Map(root, "entitlements_by_resource_type", value => value.GetInt64()),
                Assets = Number(root, "assets"),
                StepDurationsMs = Map(root, "step_durations_ms", value => value.GetInt64()),
                ConnectorCallStats = Map(root, "connector_call_stats", Call),
                SessionStoreStats = Map(root, "session_store_stats", Call),
            };
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null; // Whoever wrote it, it is only a cache.
        }
    }

    /// <summary>Takes over the timings that a checkpoint holds.</summary>
    public static SyncStats WithTimings(SyncStats counts, string token) => Read(token) is not { } timed ? counts : counts with
    {
        StepDurationsMs = timed.StepDurationsMs,
        ConnectorCallStats = timed.ConnectorCallStats,
        SessionStoreStats = timed.SessionStoreStats,
    };

    static void Write(GoJson json, CallStats call)
    {
        json.BeginObject();
        json.Number("count", call.Count);
        json.Number("total_ms", call.TotalMs);
        json.Number("max_ms", call.MaxMs);
        json.Number("errors", call.Errors);
        json.Number("timeouts", call.Timeouts);
        json.EndObject();
    }

    static CallStats Call(JsonElement value) => new(
        Number(value, "count"), Number(value, "total_ms"), Number(value, "max_ms"), Number(value, "errors"), Number(value, "timeouts"));

    static long Number(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetInt64() : 0;

    static SortedDictionary<string, T> Map<T>(JsonElement parent, string name, Func<JsonElement, T> read)
    {
        var map = new SortedDictionary<string, T>(Utf8Order.Instance);
        if (parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
        {
            foreach (var entry in value.EnumerateObject())
                map[entry.Name] = read(entry.Value);
        }
        return map;
    }
}
