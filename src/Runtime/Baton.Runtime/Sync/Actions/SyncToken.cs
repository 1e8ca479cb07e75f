using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Baton.Sync;

/// <summary>
/// Writes the state of a sync as it is stored in the file: JSON, empty members left out, in the order of the format. What the format has
/// no place for is in a member of our own, which other programs pass over.
/// </summary>
static class SyncToken
{
    internal const string Own = "baton_dotnet";

    internal static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(SyncPlan plan, ActionStack stack, Tally total, SyncStatistics statistics)
    {
        var actions = stack.Unsettled();
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            if (actions.Count > 0)
                WriteActions(json, actions);
            WriteNumber(json, "current_action_id"u8, stack.LastId);
            WriteTrue(json, "needs_expansion"u8, total.Expandable);
            WriteTrue(json, "has_external_resource_grants"u8, total.AsksForExternal);
            WriteTrue(json, "should_fetch_related_resources"u8, plan.IsTargeted);
            WriteTrue(json, "should_skip_entitlements_and_grants"u8, !plan.StoresEntitlements);
            WriteTrue(json, "should_skip_grants"u8, plan.StoresEntitlements && !plan.StoresGrants);
            WriteNumber(json, "completed_actions_count"u8, stack.Settled + total.ResourceActions);
            WriteStatistics(json, statistics);
            WriteQuality(json, total);
            WriteOwn(json, plan, actions, total);
            // 2 from the moment that readers of version 1 would misread an action.
            json.WriteNumber("version"u8, actions.Any(static a => a.TypeScoped || a.TypeScopedPlanned) ? 2 : 1);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static void WriteActions(Utf8JsonWriter json, IReadOnlyList<SyncAction> actions)
    {
        json.WriteStartObject("actions_map"u8);
        foreach (var action in actions)
        {
            json.WriteStartObject(action.Id);
            json.WriteString("id"u8, action.Id);
            json.WriteString("operation"u8, action.Operation);
            // Readers of the format expect none with this action.
            if (action.Operation != SyncOp.GrantExpansion)
                WriteText(json, "page_token"u8, action.SafeToken);
            WriteText(json, "resource_type_id"u8, action.ResourceTypeId);
            WriteText(json, "resource_id"u8, action.ResourceId);
            WriteText(json, "parent_resource_type_id"u8, action.Parent?.Type);
            WriteText(json, "parent_resource_id"u8, action.Parent?.Id);
            WriteTrue(json, "type_scoped"u8, action.TypeScoped);
            WriteTrue(json, "type_scoped_planned"u8, action.TypeScopedPlanned);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartArray("action_order"u8);
        foreach (var action in actions)
            json.WriteStringValue(action.Id);
        json.WriteEndArray();
    }

    static void WriteStatistics(Utf8JsonWriter json, SyncStatistics statistics)
    {
        WriteMap(json, "step_durations_ms"u8, statistics.Steps, static (json, milliseconds) => json.WriteNumberValue(milliseconds));
        WriteMap(json, "connector_call_stats"u8, statistics.Calls, static (json, calls) =>
        {
            json.WriteStartObject();
            WriteNumber(json, "count"u8, calls.Count);
            WriteNumber(json, "total_ms"u8, calls.TotalMs);
            WriteNumber(json, "max_ms"u8, calls.MaxMs);
            WriteNumber(json, "errors"u8, calls.Errors);
            WriteNumber(json, "timeouts"u8, calls.Timeouts);
            json.WriteEndObject();
        });
    }

    static void WriteMap<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T> map, Action<Utf8JsonWriter, T> write)
    {
        if (map.Count == 0)
            return;
        json.WriteStartObject(name);
        foreach (var (key, value) in map)
        {
            json.WritePropertyName(key);
            write(json, value);
        }
        json.WriteEndObject();
    }

    /// <summary>What was left out while rows were stored; an empty object says that nothing was.</summary>
    static void WriteQuality(Utf8JsonWriter json, Tally total)
    {
        var reasons = (total.GrantsDropped > 0 ? 2 : 0) | (total.ExpansionTypesDropped > 0 ? 8 : 0) | (total.ExpansionsDropped > 0 ? 16 : 0);
        json.WriteStartObject("ingest_quality"u8);
        WriteTrue(json, "source_cache_replay_blocked"u8, reasons != 0);
        WriteNumber(json, "grants_dropped"u8, total.GrantsDropped);
        WriteNumber(json, "expansion_resource_types_dropped"u8, total.ExpansionTypesDropped);
        WriteNumber(json, "expansions_dropped"u8, total.ExpansionsDropped);
        WriteNumber(json, "invalid_resources_observed"u8, total.ResourcesSkipped);
        WriteNumber(json, "invalid_entitlements_observed"u8, total.EntitlementsSkipped);
        WriteNumber(json, "reason_flags"u8, reasons);
        json.WriteEndObject();
    }

    static void WriteOwn(Utf8JsonWriter json, SyncPlan plan, IReadOnlyList<SyncAction> actions, Tally total)
    {
        json.WriteStartObject(Own);
        json.WriteString("plan"u8, plan.Mark);
        WriteNumber(json, "not_found"u8, total.NotFound);
        WriteText(json, "expansion"u8, actions.FirstOrDefault(static a => a.Operation == SyncOp.GrantExpansion)?.PageToken);
        json.WriteEndObject();
    }

    static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }

    static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, long value)
    {
        if (value != 0)
            json.WriteNumber(name, value);
    }

    static void WriteTrue(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool value)
    {
        if (value)
            json.WriteBoolean(name, value);
    }
}
