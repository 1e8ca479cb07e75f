using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;

namespace Baton.Testing;

/// <summary>
/// Granting and revoking: twice each, because C1 delivers a task again when it is not sure that it was done, and the second time must be no
/// failure.
/// </summary>
sealed class ProvisioningConformance<TConnector>(ConformanceRuns<TConnector> runs)
    where TConnector : IConnector
{
    /// <summary>Whether the connector can grant anything.</summary>
    public static bool Applies => ProvisionedTypes.Count > 0;

    static IReadOnlyList<string> ProvisionedTypes { get; } = DeclaredCapabilities.Of<TConnector>().Types(Capability.Provision);

    public async Task GrantAndRevokeAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "sync.c1z");
        var before = await SyncAsync(file, cancellationToken).ConfigureAwait(false);
        var trials = Trials(before).ToList();
        if (trials.Count == 0)
        {
            throw new ConnectorAssertionException(
                "The connector grants entitlements, and the source has nobody who could get one that he or she does not hold: give it one more user.");
        }
        foreach (var (entitlement, principal) in trials)
        {
            // A type may have entitlements that can be granted and others that cannot.
            if (!await TwiceAsync(file, cancellationToken, "--grant-entitlement", entitlement.Id,
                "--grant-principal", principal.Id.Resource, "--grant-principal-type", principal.Id.ResourceType).ConfigureAwait(false))
                continue;
            var granted = await SyncAsync(file, cancellationToken).ConfigureAwait(false);
            granted.ShouldGrant(entitlement.Id, $"{principal.Id.ResourceType}:{principal.Id.Resource}");
            await TwiceAsync(
                file, cancellationToken, "--revoke-grant", $"{entitlement.Id}:{principal.Id.ResourceType}:{principal.Id.Resource}").ConfigureAwait(false);
            var after = await SyncAsync(file, cancellationToken).ConfigureAwait(false);
            ConformanceRuns<TConnector>.ShouldBeEqual(before, after, $"after granting and revoking {entitlement.Id}");
        }
    }

    async Task<SyncResult> SyncAsync(string file, CancellationToken cancellationToken)
    {
        var sync = await runs.SyncAsync(runs.Options.Run with { File = file }, cancellationToken, cancellationToken).ConfigureAwait(false);
        sync.ShouldSucceed();
        return sync;
    }

    async Task<bool> TwiceAsync(string file, CancellationToken cancellationToken, params string[] arguments)
    {
        for (var time = 1; time <= 2; time++)
        {
            var run = await runs.InvokeAsync(file, cancellationToken, arguments).ConfigureAwait(false);
            if (run.ExitCode == (int)ErrorCode.Unimplemented)
                return false;
            if (run.ExitCode != 0)
            {
                throw new ConnectorAssertionException(
                    $"{string.Join(' ', arguments)}, done for time {time}, ended with {run.ExitCode}. " +
                    $"What is done already is a success: return AlreadyGranted or AlreadyRevoked. The log:{Environment.NewLine}{run.Log}");
            }
        }
        return true;
    }

    // For each kind of entitlement that can be granted, the first one that somebody does not hold, and the first who does not.
    IEnumerable<(Entitlement Entitlement, Resource Principal)> Trials(SyncResult sync)
    {
        var held = sync.Grants.Select(grant => (grant.Entitlement.Id, grant.Principal.Id.ResourceType, grant.Principal.Id.Resource)).ToHashSet();
        foreach (var kind in sync.Entitlements.GroupBy(entitlement => (entitlement.Resource.Id.ResourceType, entitlement.Slug)).OrderBy(kind => kind.Key))
        {
            if (!ProvisionedTypes.Contains(kind.Key.ResourceType))
                continue;
            var candidates =
                from entitlement in kind.OrderBy(entitlement => entitlement.Id, StringComparer.Ordinal)
                from principal in sync.Resources.OrderBy(resource => resource.Id.Resource, StringComparer.Ordinal)
                where runs.Options.MayGrantTo(new(principal.Id.ResourceType, principal.Id.Resource) { DisplayName = principal.DisplayName })
                where entitlement.GrantableTo.Any(type => type.Id == principal.Id.ResourceType)
                where !principal.Id.Equals(entitlement.Resource.Id) && !held.Contains((entitlement.Id, principal.Id.ResourceType, principal.Id.Resource))
                select (entitlement, principal);
            foreach (var candidate in candidates.Take(1))
                yield return candidate;
        }
    }
}
