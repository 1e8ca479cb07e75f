using Baton.C1Z;
using Baton.Protocol.Connector.V2;

namespace Baton.C1ZTool;

/// <summary>A resource, and what somebody holds on it.</summary>
sealed record GroupedAccess(ResourceType Type, Resource Resource, List<Entitlement> Entitlements)
{
    /// <summary>Groups entitlements by what they are on, in the order in which resources come first.</summary>
    /// <param name="details">The file.</param>
    /// <param name="held">Entitlements as grants name them, which may be little more than the id.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyList<GroupedAccess>> ReadAsync(
        SyncDetails details, IAsyncEnumerable<Entitlement> held, CancellationToken cancellationToken)
    {
        var byResource = new OrderedDictionary<(string, string), GroupedAccess>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var named in held.WithCancellation(cancellationToken))
        {
            if (!seen.Add(named.Id))
                continue;
            var entitlement = await details.EntitlementAsync(named.Id, cancellationToken);
            var on = entitlement.Resource?.Id ?? named.Resource?.Id ?? new ResourceId();
            var key = (on.ResourceType, on.Resource);
            if (!byResource.TryGetValue(key, out var group))
            {
                var resource = await details.ResourceAsync(on, cancellationToken);
                group = new(await details.ResourceTypeAsync(on.ResourceType, cancellationToken), resource, []);
                byResource.Add(key, group);
            }
            group.Entitlements.Add(entitlement);
        }
        return [.. byResource.Values];
    }
}
