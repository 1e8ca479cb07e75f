using Baton.C1Z;
using Baton.CompilerServices;

namespace Baton.Tasks;

/// <summary>
/// Grants and revokes one entitlement in the source, as named by ids in a file. The file is only read: a sync afterwards shows the effect.
/// </summary>
/// <param name="manifest">The connector.</param>
/// <param name="services">Where its classes come from.</param>
/// <param name="file">Path of the <c>.c1z</c> file; the sync that finished last is looked at.</param>
/// <param name="options">Limits and places for the file, and the clock.</param>
public sealed class ProvisioningTasks(ConnectorManifest manifest, IServiceProvider services, string file, C1ZOptions options)
{
    /// <summary>Gives an entitlement to a principal.</summary>
    /// <param name="entitlementId">Id of the entitlement in the file.</param>
    /// <param name="principalId">Id of the principal, without its type.</param>
    /// <param name="principalType">Resource type of the principal.</param>
    /// <param name="cancellationToken">Stops the look-ups, the call, and the waits between its attempts.</param>
    /// <exception cref="ConnectorException">Something is not in the file, the connector cannot grant it, or its method failed.</exception>
    public async Task<GrantResult> GrantAsync(
        string entitlementId, string principalId, string principalType, CancellationToken cancellationToken)
    {
        GrantTarget target;
        var source = await GrantSource.OpenAsync(file, options, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
            target = await source.ForGrantAsync(entitlementId, principalType, principalId, cancellationToken).ConfigureAwait(false);
        var outcome = await CallAsync(
            $"granting {entitlementId} to {target.Principal}",
            target,
            (syncer, ct) => syncer.GrantAsync(target.Slug, target.Resource, target.Principal, ct),
            cancellationToken).ConfigureAwait(false);
        return new(outcome, entitlementId, target.Principal);
    }

    /// <summary>Takes away what a grant gave.</summary>
    /// <param name="grantId">Id of the grant in the file.</param>
    /// <param name="cancellationToken">Stops the look-ups, the call, and the waits between its attempts.</param>
    /// <exception cref="ConnectorException">Something is not in the file, the connector cannot revoke it, or its method failed.</exception>
    public async Task<RevokeResult> RevokeAsync(string grantId, CancellationToken cancellationToken)
    {
        GrantTarget target;
        var source = await GrantSource.OpenAsync(file, options, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
            target = await source.ForRevokeAsync(grantId, cancellationToken).ConfigureAwait(false);
        var outcome = await CallAsync(
            $"revoking {grantId}",
            target,
            (syncer, ct) => syncer.RevokeAsync(target.Slug, target.Resource, target.Principal, ct),
            cancellationToken).ConfigureAwait(false);
        return new(outcome, target.EntitlementId, target.Principal);
    }

    async Task<T> CallAsync<T>(
        string what, GrantTarget target, Func<ResourceSyncer, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var type = target.Resource.Type;
        var syncer = manifest.CreateSyncers(services).FirstOrDefault(s => s.Definition.Id == type) ?? throw new ConnectorException(
            ErrorCode.Unimplemented, $"{what}: this connector has no resource type \"{type}\". Was the file written by another one?");
        return await GrantCalls.RunAsync(what, options.TimeProvider, ct => call(syncer, ct), cancellationToken).ConfigureAwait(false);
    }
}
