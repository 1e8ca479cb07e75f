using Baton.CompilerServices;

namespace Baton.Runtime.Tests;

/// <summary>A resource type whose listings are functions; what a generated class would be for the author's methods.</summary>
sealed class FakeSyncer(ResourceTypeDefinition definition) : ResourceSyncer<Item, PlainBuilder>
{
    /// <summary>Lists in pages.</summary>
    internal Func<ResourceKey?, string?, CancellationToken, Task<Page<Item>>>? Pages { get; init; }

    /// <summary>Lists with an enumerator.</summary>
    internal Func<ResourceKey?, CancellationToken, IAsyncEnumerable<Item>>? All { get; init; }

    /// <summary>Lists this at the root.</summary>
    internal IEnumerable<Item>? Items { get; init; }

    /// <summary>Entitlements that come with the model.</summary>
    internal Func<Item, IEnumerable<DynamicEntitlement>>? Entitled { get; init; }

    /// <summary>Entitlements asked for once for each resource.</summary>
    internal Func<ResourceKey, string?, Task<Page<DynamicEntitlement>>>? EntitledPages { get; init; }

    /// <summary>Entitlements of the whole type.</summary>
    internal Func<string?, Task<Page<ResourceEntitlement>>>? EntitledType { get; init; }

    /// <summary>Grants that come with the model.</summary>
    internal Dictionary<string, Func<Item, IEnumerable<Grantee>>> PerModel { get; init; } = [];

    /// <summary>Grants asked for once for each resource.</summary>
    internal Dictionary<string, Func<ResourceKey, string?, CancellationToken, Task<Page<Grantee>>>> PerResource { get; init; } = [];

    /// <summary>Grants of the whole type.</summary>
    internal Dictionary<string, Func<string?, CancellationToken, Task<Page<ResourceGrant>>>> ForType { get; init; } = [];

    internal Func<string, ResourceKey, Principal, CancellationToken, Task<GrantOutcome>>? OnGrant { get; init; }

    internal Func<string, ResourceKey, Principal, CancellationToken, Task<RevokeOutcome>>? OnRevoke { get; init; }

    /// <summary>Finds one resource; the type has no such method when null.</summary>
    internal Func<ResourceKey, Item?>? One { get; init; }

    internal bool AtRoot { get; init; } = true;

    /// <summary>What the mapping says besides id and name.</summary>
    internal Action<Item, PlainBuilder>? Extra { get; init; }

    public override ResourceTypeDefinition Definition => definition;

    public override bool ListsAtRoot => AtRoot;

    public override IReadOnlyList<string> GrantsPerResource => [.. PerResource.Keys];

    public override IReadOnlyList<string> GrantsForType => [.. ForType.Keys];

    protected override IReadOnlyList<string> GrantsPerModel => [.. PerModel.Keys];

    public override ValueTask<string> ListAsync(
        ResourceKey? parent, string pageToken, SyncOutput output, CancellationToken cancellationToken)
    {
        if (Pages is not null)
            return PageAsync(Pages(parent, Cursor(pageToken), cancellationToken), parent, output, cancellationToken);
        return AllAsync(All?.Invoke(parent, cancellationToken) ?? ToAsync(Items ?? []), parent, output, cancellationToken);
    }

    public override bool EntitlementsPerResource => EntitledPages is not null;

    public override bool EntitlementsForType => EntitledType is not null;

    protected override bool EntitlementsPerModel => Entitled is not null;

    protected override IAsyncEnumerable<DynamicEntitlement> ModelEntitlements(Item model, CancellationToken cancellationToken) => ToAsync(Entitled!(model));

    public override ValueTask<string> EntitlementsAsync(
        ResourceKey resource, string pageToken, SyncOutput output, CancellationToken cancellationToken) =>
        EntitledPageAsync(resource, EntitledPages!(resource, Cursor(pageToken)), output, cancellationToken);

    public override ValueTask<string> TypeEntitlementsAsync(string pageToken, SyncOutput output, CancellationToken cancellationToken) =>
        EntitledPageAsync(EntitledType!(Cursor(pageToken)), output, cancellationToken);

    public override bool Gets => One is not null;

    public override async ValueTask<bool> GetAsync(ResourceKey resource, SyncOutput output, CancellationToken cancellationToken)
    {
        if (One is null)
            return await base.GetAsync(resource, output, cancellationToken);
        return One(resource) is { } item && await FoundAsync(item, resource, output, cancellationToken);
    }

    public override ValueTask<string> GrantsAsync(
        string slug, ResourceKey resource, string pageToken, SyncOutput output, CancellationToken cancellationToken) =>
        GranteesPageAsync(slug, resource.Id, PerResource[slug](resource, Cursor(pageToken), cancellationToken), output, cancellationToken);

    public override ValueTask<string> TypeGrantsAsync(string slug, string pageToken, SyncOutput output, CancellationToken cancellationToken) =>
        GranteesPageAsync(slug, ForType[slug](Cursor(pageToken), cancellationToken), output, cancellationToken);

    public override Task<GrantOutcome> GrantAsync(string slug, ResourceKey resource, Principal principal, CancellationToken cancellationToken) =>
        OnGrant?.Invoke(slug, resource, principal, cancellationToken) ?? base.GrantAsync(slug, resource, principal, cancellationToken);

    public override Task<RevokeOutcome> RevokeAsync(string slug, ResourceKey resource, Principal principal, CancellationToken cancellationToken) =>
        OnRevoke?.Invoke(slug, resource, principal, cancellationToken) ?? base.RevokeAsync(slug, resource, principal, cancellationToken);

    protected override void Map(Item model, PlainBuilder resource)
    {
        resource.Id(model.Id).DisplayName(model.Name);
        Extra?.Invoke(model, resource);
    }

    protected override IAsyncEnumerable<Grantee> ModelGrants(string slug, Item model, CancellationToken cancellationToken) =>
        ToAsync(PerModel[slug](model));
}
