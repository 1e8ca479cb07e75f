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
        file.DeleteResourcesWith(BatonID.Descriptor.FullName);
        using (var types = new RowBatch(RowKind.ResourceType))
        {
            foreach (var type in source.Types)
                types.Add(type);
            file.Put(types);
        }
        _resources = await PutAsync(RowKind.Resource, source.PrincipalsAsync(cancellationToken), (batch, principal) =>
        {
            matches.Offer(principal, source.Is);
            principal.Annotations.Set(new BatonID());
            batch.Add(principal);
        }).ConfigureAwait(false);
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
