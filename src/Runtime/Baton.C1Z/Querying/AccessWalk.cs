using System.Collections;
using System.Runtime.CompilerServices;
using Baton.C1Z.Sqlite;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

/// <summary>
/// Walks from what a principal holds directly over the grants that pass it on, breadth first: the first way to an entitlement is a shortest one.
/// </summary>
sealed class AccessWalk(SyncView view, PageReader pages, ResourceKey principal)
{
    readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);
    readonly Dictionary<string, Grant> _stored = new(StringComparer.Ordinal);
    readonly Queue<Held> _queue = new();

    public async IAsyncEnumerable<AccessEntry> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = new GrantFilter { PrincipalResourceTypeId = principal.Type, PrincipalResourceId = principal.Id };
        await foreach (var grant in view.GrantsAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            var id = grant.Entitlement.Id;
            var isDirect = GrantDirectness.IsDirect(grant, id);
            if (_stored.TryAdd(id, grant) || isDirect)
                _stored[id] = grant;
            if (isDirect)
                Reach(new(id, true, new(id, grant.Id, principal), null));
        }
        await foreach (var entry in FollowAsync(cancellationToken).ConfigureAwait(false))
            yield return entry;

        // Derived, but not by what the file still says: its rows count all the same.
        foreach (var (id, grant) in _stored.Where(stored => !_held.ContainsKey(stored.Key)).ToList())
            Reach(new(id, false, new(id, grant.Id, principal), null));
        await foreach (var entry in FollowAsync(cancellationToken).ConfigureAwait(false))
            yield return entry;
    }

    async IAsyncEnumerable<AccessEntry> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (_queue.TryDequeue(out var held))
        {
            yield return Entry(held);
            var from = long.MinValue;
            do
            {
                var start = from;
                (var carriers, from) = await pages.RunAsync(database => Carriers(database, held, start), cancellationToken).ConfigureAwait(false);
                carriers.ForEach(Reach);
            }
            while (from != long.MinValue);
        }
    }

    void Reach(Held held)
    {
        if (_held.TryAdd(held.EntitlementId, held))
            _queue.Enqueue(held);
    }

    AccessEntry Entry(Held held) =>
        new(held.EntitlementId, _stored.GetValueOrDefault(held.EntitlementId), held.IsDirect, held.IsDirect || held.From is not null ? new Way(held) : []);

    /// <summary>A page of what is held through an entitlement: carriers are granted to the resource that the entitlement is on.</summary>
    (List<Held> Page, long Next) Carriers(Database database, Held held, long from)
    {
        const int Page = 1000;
        // The plus leaves the planner the index of principals: by that of carriers it would read all of them, for each entitlement that is held.
        using var rows = database.Prepare(
            "SELECT g.id, g.external_id, g.entitlement_id, g.expansion, g.principal_resource_type_id, g.principal_resource_id "
            + "FROM v1_entitlements e CROSS JOIN v1_grants g "
            + "ON g.principal_resource_type_id = e.resource_type_id AND g.principal_resource_id = e.resource_id AND +g.sync_id = e.sync_id "
            + "WHERE e.external_id = ?1 AND e.sync_id = ?2 AND g.expansion IS NOT NULL AND g.id >= ?3 ORDER BY g.id LIMIT ?4");
        rows.Text(1, held.EntitlementId).Text(2, view.SyncId).Int64(3, from).Int64(4, Page);
        var found = new List<Held>();
        var (count, last) = (0, 0L);
        for (; rows.Step(); count++)
        {
            last = rows.Int64(0);
            if (rows.Text(2) is { } next && PassesOn(database, rows, held))
                found.Add(new(next, false, new(next, rows.Text(1) ?? "", new(rows.Text(4) ?? "", rows.Text(5) ?? "")), held));
        }
        return (found, count == Page ? last + 1 : long.MinValue);
    }

    bool PassesOn(Database database, Statement row, Held held)
    {
        if (RowParser.Expansion(database, row, 3) is not { } expansion || !expansion.EntitlementIds.Contains(held.EntitlementId))
            return false;
        return (held.IsDirect || !expansion.Shallow) && (expansion.ResourceTypeIds.Count == 0 || expansion.ResourceTypeIds.Contains(principal.Type));
    }

    sealed record Held(string EntitlementId, bool IsDirect, AccessStep Step, Held? From);

    /// <summary>The steps, put together when somebody looks: in a long chain of groups, those of all entitlements are many more than those.</summary>
    sealed class Way(Held end) : IReadOnlyList<AccessStep>
    {
        AccessStep[]? _steps;

        public int Count => Steps.Length;

        public AccessStep this[int index] => Steps[index];

        public IEnumerator<AccessStep> GetEnumerator() => Steps.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        AccessStep[] Steps => _steps ??= Read(end);

        static AccessStep[] Read(Held? end)
        {
            var steps = new List<AccessStep>();
            for (var at = end; at is not null; at = at.From)
                steps.Add(at.Step);
            steps.Reverse();
            return [.. steps];
        }
    }
}
