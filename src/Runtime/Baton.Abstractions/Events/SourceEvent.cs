using System.ComponentModel;
using Baton.CompilerServices;

namespace Baton;

/// <summary>Something that happened in the source; made by the methods of this class.</summary>
public sealed record SourceEvent
{
    SourceEvent(string id, DateTimeOffset occurredAt, EventKind kind) => (Id, OccurredAt, Kind) = (id, occurredAt, kind);

    /// <summary>Id of the event in the source.</summary>
    public string Id { get; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset OccurredAt { get; }

    /// <summary>What happened.</summary>
    public EventKind Kind { get; }

    /// <summary>What it happened to.</summary>
    public required ResourceKey Resource { get; init; }

    /// <summary>The entitlement that was given or taken; null for other kinds.</summary>
    public string? Slug { get; private init; }

    /// <summary>Who used it, got it or lost it; null for a change of a resource.</summary>
    public Principal? Principal { get; private init; }

    /// <summary>The grantee with all that a listing would say of the grant; null where only entitlement and principal are told.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Grantee? Grantee { get; private init; }

    /// <summary>The resource type of the entitlement; null where only its id is told.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ResourceTypeDefinition? Type { get; private init; }

    /// <summary>Whether the older message for a loss is sent.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsPlainRevoke { get; private init; }

    /// <summary>What else is attached to the event.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IReadOnlyList<Annotation> Annotations { get; private init; } = [];

    /// <summary>Somebody used something.</summary>
    /// <param name="id">Id of the event.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="target">What was used.</param>
    /// <param name="actor">Who used it.</param>
    public static SourceEvent Usage(string id, DateTimeOffset occurredAt, ResourceKey target, Principal actor) =>
        new(id, occurredAt, EventKind.Usage) { Resource = target, Principal = actor };

    /// <summary>A resource changed, so that it is worth looking at again.</summary>
    /// <param name="id">Id of the event.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="resource">The resource, with its parent where it has one.</param>
    public static SourceEvent Changed(string id, DateTimeOffset occurredAt, ResourceKey resource) =>
        new(id, occurredAt, EventKind.ResourceChange) { Resource = resource };

    /// <summary>Somebody got an entitlement.</summary>
    /// <param name="id">Id of the event.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="resource">The resource of the entitlement.</param>
    /// <param name="slug">Slug of the entitlement.</param>
    /// <param name="principal">Who got it.</param>
    public static SourceEvent Granted(string id, DateTimeOffset occurredAt, ResourceKey resource, string slug, Principal principal) =>
        new(id, occurredAt, EventKind.CreateGrant) { Resource = resource, Slug = slug, Principal = principal };

    /// <summary>Somebody lost an entitlement.</summary>
    /// <param name="id">Id of the event.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="resource">The resource of the entitlement.</param>
    /// <param name="slug">Slug of the entitlement.</param>
    /// <param name="principal">Who lost it.</param>
    public static SourceEvent Revoked(string id, DateTimeOffset occurredAt, ResourceKey resource, string slug, Principal principal) =>
        new(id, occurredAt, EventKind.CreateRevoke) { Resource = resource, Slug = slug, Principal = principal };

    /// <summary>
    /// Somebody got an entitlement; the message is <c>GrantEvent</c>, which holds the grant in full: with its expansion, its immutability and what
    /// is attached to it.
    /// </summary>
    /// <typeparam name="TResource">The resource type of the entitlement.</typeparam>
    /// <param name="id">Id of the event.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="resourceId">Id of the entitlement's resource.</param>
    /// <param name="slug">Slug of the entitlement.</param>
    /// <param name="grantee">Who got it, as a <see cref="GrantsAttribute"/> method would yield it.</param>
    public static SourceEvent GrantEvent<TResource>(string id, DateTimeOffset occurredAt, string resourceId, string slug, Grantee grantee)
        where TResource : IResourceType => new(id, occurredAt, EventKind.CreateGrant)
        {
            Resource = new(TResource.Definition.Id, resourceId),
            Slug = slug,
            Principal = new(grantee.Type.Id, grantee.Id),
            Type = TResource.Definition,
            Grantee = grantee,
        };

    /// <summary>Somebody lost an entitlement; the message is <c>RevokeEvent</c>, for readers that do not know <see cref="Revoked"/> yet.</summary>
    /// <param name="id">Id of the event.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="resource">The resource of the entitlement.</param>
    /// <param name="slug">Slug of the entitlement.</param>
    /// <param name="principal">Who lost it.</param>
    public static SourceEvent RevokeEvent(string id, DateTimeOffset occurredAt, ResourceKey resource, string slug, Principal principal) =>
        Revoked(id, occurredAt, resource, slug, principal) with { IsPlainRevoke = true };

    /// <summary>Attaches a message for which there is no property.</summary>
    /// <param name="annotation">The message.</param>
    public SourceEvent Annotate(Annotation annotation)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        return this with { Annotations = [.. Annotations, annotation] };
    }
}
