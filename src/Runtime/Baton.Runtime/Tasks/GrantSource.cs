using Baton.C1Z;
using Baton.Protocol.Connector.V2;

namespace Baton.Tasks;

/// <summary>Looks up in a file what a grant or revoke task names.</summary>
sealed class GrantSource(C1ZReader reader) : IAsyncDisposable
{
    internal static async ValueTask<GrantSource> OpenAsync(string file, C1ZOptions options, CancellationToken cancellationToken) =>
        new(await C1ZReader.OpenAsync(file, options, cancellationToken).ConfigureAwait(false));

    internal async Task<GrantTarget> ForGrantAsync(
        string entitlementId, string principalType, string principalId, CancellationToken cancellationToken)
    {
        var entitlement = await EntitlementAsync(entitlementId, cancellationToken).ConfigureAwait(false);
        var resource = await ResourceAsync("resource", entitlement.Resource?.Id, cancellationToken).ConfigureAwait(false);
        if (IsExternal(resource))
            throw new ConnectorException(ErrorCode.FailedPrecondition, $"cannot grant entitlement on external resource '{NameOf(resource.Id)}'");
        var principal = await ResourceAsync(
            "principal", new ResourceId { ResourceType = principalType, Resource = principalId }, cancellationToken).ConfigureAwait(false);
        return GrantTarget.Of(entitlement, resource, principal);
    }

    internal async Task<GrantTarget> ForRevokeAsync(string grantId, CancellationToken cancellationToken)
    {
        var grant = await reader.FindGrantAsync(grantId, cancellationToken: cancellationToken).ConfigureAwait(false) ?? throw NotFound("grant", grantId);
        var entitlement = await EntitlementAsync(grant.Entitlement?.Id ?? "", cancellationToken).ConfigureAwait(false);
        var principal = await ResourceAsync("principal", grant.Principal?.Id, cancellationToken).ConfigureAwait(false);
        var resource = await ResourceAsync("resource", entitlement.Resource?.Id, cancellationToken).ConfigureAwait(false);
        if (IsExternal(resource))
            throw new ConnectorException(ErrorCode.FailedPrecondition, $"cannot revoke grant on external resource '{NameOf(resource.Id)}'");
        return GrantTarget.Of(entitlement, resource, principal);
    }

    public ValueTask DisposeAsync() => reader.DisposeAsync();

    async Task<Entitlement> EntitlementAsync(string id, CancellationToken cancellationToken) =>
        await reader.FindEntitlementAsync(id, cancellationToken).ConfigureAwait(false) ?? throw NotFound("entitlement", id);

    async Task<Resource> ResourceAsync(string what, ResourceId? id, CancellationToken cancellationToken) =>
        await reader.FindResourceAsync(id?.ResourceType ?? "", id?.Resource ?? "", cancellationToken).ConfigureAwait(false)
        ?? throw NotFound(what, NameOf(id));

    ConnectorException NotFound(string what, string id) => ConnectorException.NotFound(
        $"error fetching {what} '{id}': {reader.Path} has none with this id" +
        (reader.Sync is { } sync ? $" in its newest sync, {sync.Id}. Check the id, or sync again." : ", since it holds no sync."));

    static string NameOf(ResourceId? id) => $"{id?.ResourceType}:{id?.Resource}";

    static bool IsExternal(Resource resource) => resource.Annotations.Any(static a => a.Is(BatonID.Descriptor));
}
