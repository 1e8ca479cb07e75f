using Baton.C1Z;
using Baton.Protocol.Connector.V2;

namespace Baton.Runtime.Tests.Sync;

/// <summary>All that a file says about its newest sync.</summary>
sealed record Content(
    SyncRun Sync,
    IReadOnlyList<SyncRun> Syncs,
    IReadOnlyList<ResourceType> ResourceTypes,
    IReadOnlyList<Resource> Resources,
    IReadOnlyList<Entitlement> Entitlements,
    IReadOnlyList<Grant> Grants)
{
    /// <summary>Ids as <c>type:id</c>, sorted.</summary>
    internal IEnumerable<string> ResourceIds => Resources.Select(static r => $"{r.Id.ResourceType}:{r.Id.Resource}").Order(StringComparer.Ordinal);

    internal IEnumerable<string> EntitlementIds => Entitlements.Select(static e => e.Id).Order(StringComparer.Ordinal);

    internal IEnumerable<string> GrantIds => Grants.Select(static g => g.Id).Order(StringComparer.Ordinal);

    /// <summary>Every row, decoded, sorted.</summary>
    internal IReadOnlyList<string> Rows =>
    [
        .. ResourceTypes.Select(static r => r.ToString()).Concat(Resources.Select(static r => r.ToString()))
            .Concat(Entitlements.Select(static e => e.ToString())).Concat(Grants.Select(static g => g.ToString())).Order(StringComparer.Ordinal),
    ];

    /// <summary>The state of the sync without times, and without the member that other programs do not have.</summary>
    internal string WithoutOwn => System.Text.RegularExpressions.Regex.Replace(
        Sync.Token, """(?:"baton_dotnet":\{"plan":"[0-9a-f]{16}"\},|"step_durations_ms":\{[^}]*\},|"connector_call_stats":\{("[^"]*":\{[^}]*\},?)*\},)""", "");

    internal Resource Resource(string type, string id) => Resources.Single(r => r.Id.ResourceType == type && r.Id.Resource == id);

    internal static async Task<Content> ReadAsync(string file, C1ZOptions options, string? syncId = null)
    {
        await using var reader = await C1ZReader.OpenAsync(file, options, TestContext.Current.CancellationToken);
        if (syncId is not null)
            await reader.UseSyncAsync(syncId);
        return new(
            reader.Sync!,
            await AllAsync(reader.SyncRunsAsync()),
            await AllAsync(reader.ResourceTypesAsync()),
            await AllAsync(reader.ResourcesAsync()),
            await AllAsync(reader.EntitlementsAsync()),
            await AllAsync(reader.GrantsAsync(new() { WithExpansion = true })));
    }

    static async Task<IReadOnlyList<T>> AllAsync<T>(IAsyncEnumerable<T> rows)
    {
        var all = new List<T>();
        await foreach (var row in rows)
            all.Add(row);
        return all;
    }
}
