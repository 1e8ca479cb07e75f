using Baton.CompilerServices;

namespace Baton.Generators.Tests.Infrastructure;

/// <summary>Keeps what a syncer stores, as text.</summary>
sealed class RecordingOutput : SyncOutput
{
    public List<string> Resources { get; } = [];

    public List<string> Grants { get; } = [];

    public List<string> Entitlements { get; } = [];

    public List<Grantee> Granted { get; } = [];

    public override bool CollectGrants => true;

    public override bool CollectEntitlements => true;

    public override ValueTask<bool> ResourceAsync(ResourceBuilder resource, ResourceKey? parent, CancellationToken cancellationToken)
    {
        Resources.Add(parent is null ? resource.ResourceId : $"{parent}/{resource.ResourceId}");
        return ValueTask.FromResult(true);
    }

    public override ValueTask GrantAsync(string slug, string resourceId, Grantee grantee, CancellationToken cancellationToken)
    {
        Granted.Add(grantee);
        Grants.Add($"{resourceId}:{slug}={RowEncoder.PrincipalType(grantee)}:{grantee.Id}");
        return ValueTask.CompletedTask;
    }

    public override ValueTask EntitlementAsync(
        DynamicEntitlement entitlement, string resourceId, string? resourceName, ResourceKey? parent, CancellationToken cancellationToken)
    {
        Entitlements.Add($"{resourceId} ({resourceName}):{entitlement.Slug}");
        return ValueTask.CompletedTask;
    }

    public override bool Tolerates(Exception failure, string resourceId) => false;

    /// <summary>Calls a paged method until its token is empty.</summary>
    public static async Task<int> PagesAsync(Func<string, ValueTask<string>> page)
    {
        var pages = 0;
        for (var token = ""; pages == 0 || token.Length > 0; pages++)
        {
            Assert.True(pages < 100, "The pages do not end.");
            token = await page(token);
        }
        return pages;
    }
}
