using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>Lists and provisions the resources of one type; derived classes are generated.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class ResourceSyncer
{
    /// <summary>The type.</summary>
    public abstract ResourceTypeDefinition Definition { get; }

    /// <summary>Whether resources are listed without a parent.</summary>
    public virtual bool ListsAtRoot => true;

    /// <summary>Whether each stored resource is asked for entitlements of its own, through <see cref="EntitlementsAsync"/>.</summary>
    public virtual bool EntitlementsPerResource => false;

    /// <summary>Whether one call yields the entitlements of all resources, through <see cref="TypeEntitlementsAsync"/>.</summary>
    public virtual bool EntitlementsForType => false;

    /// <summary>
    /// Slugs whose grants are asked for after listing, once for each stored resource, through <see cref="GrantsAsync"/>.
    /// Grants that come with the models are not among them.
    /// </summary>
    public virtual IReadOnlyList<string> GrantsPerResource => [];

    /// <summary>Slugs whose grants one call yields for all resources, through <see cref="TypeGrantsAsync"/>.</summary>
    public virtual IReadOnlyList<string> GrantsForType => [];

    /// <summary>Whether a single resource can be asked for, through <see cref="GetAsync"/>.</summary>
    public virtual bool Gets => false;

    /// <summary>Slugs that can be granted and revoked.</summary>
    public virtual IReadOnlyList<string> Provisions => [];

    /// <summary>Lists one page of resources.</summary>
    /// <param name="parent">The resource to list under; null at the root.</param>
    /// <param name="pageToken">Empty for the first page.</param>
    /// <param name="output">Receives the rows.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>Token of the next page; empty at the end.</returns>
    public abstract ValueTask<string> ListAsync(ResourceKey? parent, string pageToken, SyncOutput output, CancellationToken cancellationToken);

    /// <summary>Stores one resource as the source has it now, with its declared entitlements and the grants that come with it.</summary>
    /// <param name="resource">The resource, with its parent where there is one.</param>
    /// <param name="output">Receives the rows.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <returns>False, and nothing stored, when the source no longer has it.</returns>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.Unimplemented"/>: the type has no such method.</exception>
    public virtual ValueTask<bool> GetAsync(ResourceKey resource, SyncOutput output, CancellationToken cancellationToken) => throw new ConnectorException(
        ErrorCode.Unimplemented, $"This connector cannot get a single resource of type \"{Definition.Id}\": it has no GetAsync method.");

    /// <summary>Lists one page of the entitlements that one stored resource has besides the declared ones.</summary>
    /// <returns>Token of the next page; empty at the end.</returns>
    public virtual ValueTask<string> EntitlementsAsync(
        ResourceKey resource, string pageToken, SyncOutput output, CancellationToken cancellationToken) => throw NoEntitlements();

    /// <summary>Lists one page of the entitlements that all resources have besides the declared ones.</summary>
    /// <returns>Token of the next page; empty at the end.</returns>
    public virtual ValueTask<string> TypeEntitlementsAsync(
        string pageToken, SyncOutput output, CancellationToken cancellationToken) => throw NoEntitlements();

    /// <summary>Lists one page of the grants of one entitlement of one stored resource.</summary>
    /// <returns>Token of the next page; empty at the end.</returns>
    public virtual ValueTask<string> GrantsAsync(
        string slug, ResourceKey resource, string pageToken, SyncOutput output, CancellationToken cancellationToken) => throw NoSlug(slug);

    /// <summary>Lists one page of the grants of one entitlement of all resources.</summary>
    /// <returns>Token of the next page; empty at the end.</returns>
    public virtual ValueTask<string> TypeGrantsAsync(
        string slug, string pageToken, SyncOutput output, CancellationToken cancellationToken) => throw NoSlug(slug);

    /// <summary>Gives an entitlement to a principal.</summary>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.Unimplemented"/>: there is no method for the slug.</exception>
    public virtual Task<GrantOutcome> GrantAsync(
        string slug, ResourceKey resource, Principal principal, CancellationToken cancellationToken) => throw NoSlug(slug);

    /// <summary>Takes an entitlement from a principal.</summary>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.Unimplemented"/>: there is no method for the slug.</exception>
    public virtual Task<RevokeOutcome> RevokeAsync(
        string slug, ResourceKey resource, Principal principal, CancellationToken cancellationToken) => throw NoSlug(slug);

    ConnectorException NoEntitlements() => new(
        ErrorCode.Unimplemented, $"This connector has no [Entitlements] method for resource type \"{Definition.Id}\".");

    ConnectorException NoSlug(string slug) => new(
        ErrorCode.Unimplemented, $"This connector has no method for entitlement \"{slug}\" of resource type \"{Definition.Id}\".");

    /// <summary>The failure for a parent that no <c>ListAsync</c> method takes.</summary>
    protected ConnectorException NotListedUnder(ResourceKey parent) => new(
        ErrorCode.Unimplemented, $"This connector does not list resources of type \"{Definition.Id}\" under {parent}.");

    /// <summary>The definition that another class states.</summary>
    protected static ResourceTypeDefinition DefinitionOf<T>()
        where T : IResourceType => T.Definition;

    /// <summary>The outcome of a method that returns none.</summary>
    protected static async Task<GrantOutcome> GrantedAsync(Task method)
    {
        ArgumentNullException.ThrowIfNull(method);
        await method.ConfigureAwait(false);
        return GrantOutcome.Granted;
    }

    /// <summary>The outcome of a method that returns none.</summary>
    protected static async Task<RevokeOutcome> RevokedAsync(Task method)
    {
        ArgumentNullException.ThrowIfNull(method);
        await method.ConfigureAwait(false);
        return RevokeOutcome.Revoked;
    }

    /// <summary>A property's value as text.</summary>
    protected static string? Text<T>(T value) => value?.ToString();

    /// <summary>A property's value as a moment; without a kind it counts as UTC.</summary>
    protected static DateTimeOffset? Utc(DateTime? value) => value is { } time
        ? new DateTimeOffset(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc))
        : null;
}
