using Baton.CompilerServices;

namespace Baton.Sync;

/// <summary>One call into the connector: a page of a listing.</summary>
abstract class ListingCall(ResourceSyncer syncer)
{
    /// <summary>The resource type that the rows belong to.</summary>
    internal ResourceTypeDefinition Type => Syncer.Definition;

    protected ResourceSyncer Syncer { get; } = syncer;

    /// <summary>Names the call in messages.</summary>
    internal abstract string Name { get; }

    /// <summary>Names the method in statistics, as the protocol does.</summary>
    internal abstract string Method { get; }

    /// <summary>The connector's token of this page.</summary>
    internal abstract string Token { get; }

    /// <summary>What is told when the source does not find what is asked.</summary>
    internal abstract WarningKind NotFound { get; }

    /// <summary>What is told when the connector has no method for the call; null when that is a failure.</summary>
    internal virtual WarningKind? NotPossible => null;

    internal abstract ValueTask<string> PageAsync(SyncOutput output, CancellationToken cancellationToken);

    /// <summary>The position after this page, when it named <paramref name="token"/> as the next; empty at the end of the listing.</summary>
    internal abstract string After(string token);

    /// <summary>The call that an action makes next.</summary>
    internal static ListingCall Of(SyncAction action, SyncPlan plan)
    {
        var syncer = plan.Syncer(action.ResourceTypeId!);
        return action switch
        {
            { Operation: SyncOp.TargetedResourceSync } => new TargetCall(syncer, ResourceOf(action)),
            { Operation: SyncOp.ListResources } => new ResourcesCall(syncer, action.Parent, action.PageToken),
            { Operation: SyncOp.ListEntitlements, TypeScoped: true } => new TypeEntitlementsCall(syncer, action.PageToken),
            { Operation: SyncOp.ListEntitlements } => new ResourceEntitlementsCall(syncer, ResourceOf(action), action.PageToken),
            { TypeScoped: true } => new TypeGrantsCall(syncer, SlugCursor.Parse(action.PageToken, syncer.GrantsForType)),
            _ => new ResourceGrantsCall(syncer, ResourceOf(action), SlugCursor.Parse(action.PageToken, syncer.GrantsPerResource)),
        };
    }

    static ResourceKey ResourceOf(SyncAction action) => new(action.ResourceTypeId!, action.ResourceId!) { Parent = action.Parent };
}

sealed class ResourcesCall(ResourceSyncer syncer, ResourceKey? parent, string token) : ListingCall(syncer)
{
    internal override string Method => "ListResources";

    internal override string Name =>
        parent is null ? $"listing resource type \"{Type.Id}\"" : $"listing resource type \"{Type.Id}\" under {parent}";

    internal override string Token => token;

    internal override WarningKind NotFound => WarningKind.ResourcesNotFound;

    internal override ValueTask<string> PageAsync(SyncOutput output, CancellationToken cancellationToken) =>
        Syncer.ListAsync(parent, token, output, cancellationToken);

    internal override string After(string token) => token;
}

sealed class ResourceEntitlementsCall(ResourceSyncer syncer, ResourceKey resource, string token) : ListingCall(syncer)
{
    internal override string Method => "ListEntitlements";

    internal override string Name => $"entitlements of {resource}";

    internal override string Token => token;

    internal override WarningKind NotFound => WarningKind.EntitlementsNotFound;

    internal override ValueTask<string> PageAsync(SyncOutput output, CancellationToken cancellationToken) =>
        Syncer.EntitlementsAsync(resource, token, output, cancellationToken);

    internal override string After(string token) => token;
}

sealed class TypeEntitlementsCall(ResourceSyncer syncer, string token) : ListingCall(syncer)
{
    internal override string Method => "ListEntitlements";

    internal override string Name => $"entitlements of all resources of type \"{Type.Id}\"";

    internal override string Token => token;

    internal override WarningKind NotFound => WarningKind.EntitlementsNotFound;

    internal override ValueTask<string> PageAsync(SyncOutput output, CancellationToken cancellationToken) =>
        Syncer.TypeEntitlementsAsync(token, output, cancellationToken);

    internal override string After(string token) => token;
}

sealed class TargetCall(ResourceSyncer syncer, ResourceKey resource) : ListingCall(syncer)
{
    internal override string Method => "GetResource";

    internal override string Name => $"getting {resource}";

    internal override string Token => "";

    internal override WarningKind NotFound => WarningKind.TargetNotFound;

    internal override WarningKind? NotPossible => WarningKind.TargetNotPossible;

    internal override async ValueTask<string> PageAsync(SyncOutput output, CancellationToken cancellationToken) =>
        await Syncer.GetAsync(resource, output, cancellationToken).ConfigureAwait(false) ? "" : throw ConnectorException.NotFound("the source does not have it");

    internal override string After(string token) => "";
}

sealed class ResourceGrantsCall(ResourceSyncer syncer, ResourceKey resource, SlugCursor cursor) : ListingCall(syncer)
{
    internal override string Method => "ListGrants";

    internal override string Name => $"grants of \"{cursor.Slug}\" on {resource}";

    internal override string Token => cursor.Token;

    internal override WarningKind NotFound => WarningKind.GrantsNotFound;

    internal override ValueTask<string> PageAsync(SyncOutput output, CancellationToken cancellationToken) =>
        Syncer.GrantsAsync(cursor.Slug, resource, cursor.Token, output, cancellationToken);

    internal override string After(string token) => cursor.Next(token, Syncer.GrantsPerResource);
}

sealed class TypeGrantsCall(ResourceSyncer syncer, SlugCursor cursor) : ListingCall(syncer)
{
    internal override string Method => "ListGrants";

    internal override string Name => $"grants of \"{cursor.Slug}\" on all resources of type \"{Type.Id}\"";

    internal override string Token => cursor.Token;

    internal override WarningKind NotFound => WarningKind.GrantsNotFound;

    internal override ValueTask<string> PageAsync(SyncOutput output, CancellationToken cancellationToken) =>
        Syncer.TypeGrantsAsync(cursor.Slug, cursor.Token, output, cancellationToken);

    internal override string After(string token) => cursor.Next(token, Syncer.GrantsForType);
}
