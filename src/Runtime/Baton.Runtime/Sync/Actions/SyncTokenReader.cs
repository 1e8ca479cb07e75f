using System.Globalization;
using System.Text.Json;
using Baton.C1Z;

namespace Baton.Sync;

/// <summary>
/// Reads the state of a sync, whichever program wrote it: versions 1 and 2, and the older form without a version.
/// </summary>
static class SyncTokenReader
{
    /// <summary>Reads a state.</summary>
    /// <param name="token">The text in the file; empty for a sync that stored no state yet.</param>
    /// <param name="where">Names the sync in errors.</param>
    /// <exception cref="ConnectorException">It is of a newer version, or damaged.</exception>
    internal static SyncState Read(string token, string where)
    {
        if (token.Length == 0)
            return new() { Actions = [] };
        try
        {
            using var document = JsonDocument.Parse(token);
            return Read(document.RootElement, where);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw Refused($"the state of {where} cannot be read: {e.Message}", e);
        }
    }

    static SyncState Read(JsonElement root, string where)
    {
        var version = Number(root, "version");
        if (version is < 0 or > 2)
            throw Refused($"the state of {where} has version {version}, which a newer program wrote; this one knows 1 and 2");
        var own = Member(root, SyncToken.Own);
        var actions = version == 0 ? OldActions(root) : Actions(root);
        foreach (var action in actions.Where(static a => a.Operation == SyncOp.GrantExpansion))
            action.PageToken = Text(own, "expansion") ?? "";
        return new()
        {
            Actions = actions,
            LastId = Math.Max(Number(root, "current_action_id"), actions.Count == 0 ? 0 : Id(actions[^1].Id)),
            Completed = Number(root, "completed_actions_count"),
            Counted = Counted(root, own),
            Calls = Map(root, "connector_call_stats", static c => new CallStats(
                Number(c, "count"), Number(c, "total_ms"), Number(c, "max_ms"), Number(c, "errors"), Number(c, "timeouts"))),
            Steps = Map(root, "step_durations_ms", static d => d.GetInt64()),
            Mark = Text(own, "plan") ?? "",
        };
    }

    static List<SyncAction> Actions(JsonElement root)
    {
        var actions = new List<SyncAction>();
        if (Member(root, "action_order") is not { } order || Member(root, "actions_map") is not { } map)
            return actions;
        foreach (var id in order.EnumerateArray())
            actions.Add(Action(map.GetProperty(id.GetString()!), id.GetString()!));
        return actions;
    }

    /// <summary>The older form: a list without ids, and the topmost action by itself.</summary>
    static List<SyncAction> OldActions(JsonElement root)
    {
        var actions = new List<SyncAction>();
        foreach (var action in Member(root, "actions")?.EnumerateArray() ?? default)
            Add(action);
        if (Member(root, "current_action") is { } current)
            Add(current);
        return actions;

        void Add(JsonElement action) => actions.Add(Action(action, (actions.Count + 1).ToString("D10", CultureInfo.InvariantCulture)));
    }

    static SyncAction Action(JsonElement json, string id)
    {
        var action = new SyncAction
        {
            Id = id,
            Operation = Text(json, "operation") ?? "",
            PageToken = Text(json, "page_token") ?? "",
            ResourceTypeId = Text(json, "resource_type_id"),
            ResourceId = Text(json, "resource_id"),
            Parent = Text(json, "parent_resource_type_id") is { } type && Text(json, "parent_resource_id") is { } parent ? new(type, parent) : null,
            TypeScoped = Flag(json, "type_scoped"),
            TypeScopedPlanned = Flag(json, "type_scoped_planned"),
            IsResumed = true,
        };
        action.Settle();
        return action;
    }

    static Tally Counted(JsonElement root, JsonElement? own)
    {
        var quality = Member(root, "ingest_quality");
        return new()
        {
            Expandable = Flag(root, "needs_expansion"),
            AsksForExternal = Flag(root, "has_external_resource_grants"),
            GrantsDropped = Number(quality, "grants_dropped"),
            ExpansionTypesDropped = Number(quality, "expansion_resource_types_dropped"),
            ExpansionsDropped = Number(quality, "expansions_dropped"),
            ResourcesSkipped = Number(quality, "invalid_resources_observed"),
            EntitlementsSkipped = Number(quality, "invalid_entitlements_observed"),
            NotFound = Number(own, "not_found"),
        };
    }

    static Dictionary<string, T> Map<T>(JsonElement root, string name, Func<JsonElement, T> read) =>
        Member(root, name)?.EnumerateObject().ToDictionary(static m => m.Name, m => read(m.Value)) ?? [];

    static long Id(string id) => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);

    static JsonElement? Member(JsonElement? json, string name) =>
        json is { } j && j.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    static string? Text(JsonElement? json, string name) => Member(json, name)?.GetString() is { Length: > 0 } text ? text : null;

    static long Number(JsonElement? json, string name) => Member(json, name)?.GetInt64() ?? 0;

    static bool Flag(JsonElement? json, string name) => Member(json, name)?.GetBoolean() ?? false;

    static ConnectorException Refused(string why, Exception? cause = null) => new(
        ErrorCode.FailedPrecondition, why + ". Let that program finish the sync, or sync into another file with --file.", cause);
}
