using System.Runtime.CompilerServices;
using Baton.C1Z;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;

namespace Baton.External;

/// <summary>The part of another connector's file that is wanted: principals of some traits, and what can be held of them.</summary>
sealed class ExternalSource(C1ZReader reader, ExternalOptions options)
{
    readonly Dictionary<string, ResourceType> _types = new(StringComparer.Ordinal);

    /// <summary>The resource types that are taken.</summary>
    internal IReadOnlyCollection<ResourceType> Types => _types.Values;

    /// <summary>Only some of the principals are taken.</summary>
    internal bool IsFiltered => options.EntitlementFilter is not null;

    /// <summary>Chooses the sync to read: the last full one, else what every reader takes.</summary>
    internal async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (await reader.LatestFinishedAsync(SyncType.Full, cancellationToken).ConfigureAwait(false) is { } full)
            await reader.UseSyncAsync(full.Id, cancellationToken).ConfigureAwait(false);
        await foreach (var type in reader.ResourceTypesAsync(cancellationToken).ConfigureAwait(false))
        {
            if (type.Traits.Any(options.Traits.Contains))
                _types[type.Id] = type;
        }
        if (options.EntitlementFilter is { } id && await reader.FindEntitlementAsync(id, cancellationToken).ConfigureAwait(false) is null)
            throw new ConnectorException(ErrorCode.NotFound, $"{options.File} has no entitlement {id}, whose holders were to be taken");
    }

    /// <summary>The principals, each once.</summary>
    internal IAsyncEnumerable<Resource> PrincipalsAsync(CancellationToken cancellationToken) =>
        options.EntitlementFilter is { } entitlement ? HoldersAsync(entitlement, cancellationToken) : EverybodyAsync(cancellationToken);

    /// <summary>Whether a principal is of a type with this trait.</summary>
    internal bool Is(Resource principal, ResourceType.Types.Trait trait) => _types[principal.Id.ResourceType].Traits.Contains(trait);

    /// <summary>What can be held of the principals.</summary>
    internal IAsyncEnumerable<Entitlement> EntitlementsAsync(CancellationToken cancellationToken) =>
        OfOwnersAsync((type, id) => reader.EntitlementsAsync(new() { ResourceTypeId = type, ResourceId = id }, cancellationToken), cancellationToken);

    /// <summary>Who holds it.</summary>
    internal IAsyncEnumerable<Grant> GrantsAsync(CancellationToken cancellationToken) =>
        OfOwnersAsync((type, id) => reader.GrantsAsync(new() { ResourceTypeId = type, ResourceId = id }, cancellationToken), cancellationToken);

    async IAsyncEnumerable<Resource> EverybodyAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var type in _types.Keys)
        {
            await foreach (var resource in reader.ResourcesAsync(new() { ResourceTypeId = type }, cancellationToken).ConfigureAwait(false))
                yield return resource;
        }
    }

    async IAsyncEnumerable<Resource> HoldersAsync(string entitlement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<(string, string)>();
        await foreach (var grant in reader.GrantsAsync(new() { EntitlementId = entitlement }, cancellationToken).ConfigureAwait(false))
        {
            var id = grant.Principal.Id;
            if (_types.ContainsKey(id.ResourceType) && seen.Add((id.ResourceType, id.Resource))
                && await reader.FindResourceAsync(id.ResourceType, id.Resource, cancellationToken).ConfigureAwait(false) is { } resource)
            {
                yield return resource;
            }
        }
    }

    /// <summary>Reads by type at once, or resource by resource where not all are taken.</summary>
    async IAsyncEnumerable<T> OfOwnersAsync<T>(Func<string, string?, IAsyncEnumerable<T>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.EntitlementFilter is null)
        {
            foreach (var type in _types.Values.Where(static t => !t.Annotations.Has<SkipEntitlementsAndGrants>()))
            {
                await foreach (var row in read(type.Id, null).ConfigureAwait(false))
                    yield return row;
            }
            yield break;
        }
        await foreach (var owner in PrincipalsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_types[owner.Id.ResourceType].Annotations.Has<SkipEntitlementsAndGrants>() || owner.Annotations.Has<SkipEntitlementsAndGrants>())
                continue;
            await foreach (var row in read(owner.Id.ResourceType, owner.Id.Resource).ConfigureAwait(false))
                yield return row;
        }
    }
}
