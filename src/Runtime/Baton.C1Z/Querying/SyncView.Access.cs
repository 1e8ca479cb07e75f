using System.Runtime.CompilerServices;
using Baton.C1Z.Sqlite;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

// Who holds what, and why.
public sealed partial class SyncView
{
    const int PrincipalPage = 10_000;

    /// <summary>Who holds an entitlement, by the stored grants.</summary>
    public async IAsyncEnumerable<Holder> HoldersAsync(string entitlementId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entitlementId);
        await foreach (var grant in GrantsAsync(new() { EntitlementId = entitlementId }, cancellationToken).ConfigureAwait(false))
        {
            var sources = grant.Sources?.Sources.Keys.Where(source => source != entitlementId).Order(Utf8Order.Instance).ToArray() ?? [];
            var id = grant.Principal?.Id ?? new ResourceId();
            yield return new(grant, new(id.ResourceType, id.Resource), GrantDirectness.IsDirect(grant, entitlementId), sources);
        }
    }

    /// <summary>The different principals of grants, in the order of types and ids.</summary>
    /// <param name="filter">Of which grants; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<ResourceKey> PrincipalsAsync(
        GrantFilter? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var last = new ResourceKey("", "");
        List<ResourceKey> page;
        do
        {
            var from = last;
            page = await _pages.RunAsync(database => Principals(database, filter, from), cancellationToken).ConfigureAwait(false);
            foreach (var principal in page)
                yield return last = principal;
        }
        while (page.Count > 0);
    }

    /// <summary>
    /// What a principal holds, directly or through grants that stand for their principal's members, whether the file was expanded or not.
    /// Memory grows with the answer, not with the file.
    /// </summary>
    /// <remarks>Groups that are members of each other give each other what they hold, as they do in the source; expansion leaves that out.</remarks>
    public IAsyncEnumerable<AccessEntry> AccessAsync(ResourceKey principal, CancellationToken cancellationToken = default) =>
        new AccessWalk(this, _pages, principal).RunAsync(cancellationToken);

    /// <summary>Why a principal holds an entitlement; null when it does not.</summary>
    public async Task<AccessEntry?> WhyAsync(ResourceKey principal, string entitlementId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entitlementId);
        await foreach (var entry in AccessAsync(principal, cancellationToken).ConfigureAwait(false))
        {
            if (entry.EntitlementId == entitlementId)
                return entry;
        }
        return null;
    }

    List<ResourceKey> Principals(Database database, GrantFilter? filter, ResourceKey after)
    {
        (string Column, string? Value)[] conditions =
        [
            ("entitlement_id", filter?.EntitlementId), ("resource_type_id", filter?.ResourceTypeId), ("resource_id", filter?.ResourceId),
            ("principal_resource_type_id", filter?.PrincipalResourceTypeId), ("principal_resource_id", filter?.PrincipalResourceId),
        ];
        var used = conditions.Where(static c => c.Value is not null).ToArray();
        using var statement = database.Prepare(
            "SELECT principal_resource_type_id, principal_resource_id FROM v1_grants WHERE sync_id = ?1 "
            + "AND (principal_resource_type_id, principal_resource_id) > (?2, ?3)"
            + string.Concat(used.Select(static (c, i) => $" AND {c.Column} = ?{i + 5}"))
            + " GROUP BY 1, 2 ORDER BY 1, 2 LIMIT ?4");
        statement.Text(1, SyncId).Text(2, after.Type).Text(3, after.Id).Int64(4, PrincipalPage);
        for (var i = 0; i < used.Length; i++)
            statement.Text(i + 5, used[i].Value!);
        var page = new List<ResourceKey>();
        while (statement.Step())
            page.Add(new(statement.Text(0) ?? "", statement.Text(1) ?? ""));
        return page;
    }
}
