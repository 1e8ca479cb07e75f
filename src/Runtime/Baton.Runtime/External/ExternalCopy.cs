using Baton.C1Z;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;

namespace Baton.External;

/// <summary>Copies the principals of another file into the sync, marked as such, with what is held of them.</summary>
sealed class ExternalCopy(C1ZFile file, ExternalSource source)
{
    const int MaxRows = 1000;

    long _resources;
    long _entitlements;
    long _grants;

    /// <summary>Copies all.</summary>
    /// <param name="matches">Is offered each principal.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <returns>How many resources, entitlements and grants there were.</returns>
    internal async Task<(long Resources, long Entitlements, long Grants)> RunAsync(ExternalMatches matches, CancellationToken cancellationToken)
    {
        // Of an earlier attempt, when the file was perhaps another one.
        file.DeleteCopies(BatonID.Descriptor.FullName, EntitlementImmutable.Descriptor.FullName, GrantImmutable.Descriptor.FullName);
        var held = new HashSet<string>(StringComparer.Ordinal);
        _resources = await PutAsync(RowKind.Resource, source.PrincipalsAsync(cancellationToken), (batch, principal) =>
        {
            held.Add(principal.Id.ResourceType);
            matches.Offer(principal, source.Is);
            principal.Annotations.Set(new BatonID());
            batch.Add(principal);
        }).ConfigureAwait(false);
        PutTypes(held);
        _entitlements = await PutAsync(RowKind.Entitlement, source.EntitlementsAsync(cancellationToken), static (batch, entitlement) =>
        {
            entitlement.Annotations.Set(new EntitlementImmutable());
            batch.Add(entitlement);
        }).ConfigureAwait(false);
        _grants = await PutAsync(RowKind.Grant, source.GrantsAsync(cancellationToken), static (batch, grant) =>
        {
            grant.Annotations.Set(new GrantImmutable());
            batch.Add(grant);
        }).ConfigureAwait(false);
        return (_resources, _entitlements, _grants);
    }

    /// <summary>Copies the types; of some principals, those that these have.</summary>
    void PutTypes(HashSet<string> held)
    {
        using var types = new RowBatch(RowKind.ResourceType);
        foreach (var type in source.Types.Where(t => !source.IsFiltered || held.Contains(t.Id)))
            types.Add(type);
        file.Put(types);
    }

    async Task<long> PutAsync<T>(RowKind kind, IAsyncEnumerable<T> rows, Action<RowBatch, T> add)
    {
        using var batch = new RowBatch(kind);
        var count = 0L;
        await foreach (var row in rows.ConfigureAwait(false))
        {
            add(batch, row);
            count++;
            if (batch.Count < MaxRows)
                continue;
            file.Put(batch);
            batch.Clear();
        }
        file.Put(batch);
        return count;
    }
}
