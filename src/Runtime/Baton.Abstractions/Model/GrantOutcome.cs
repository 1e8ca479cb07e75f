using Baton.CompilerServices;

namespace Baton;

/// <summary>What a <see cref="GrantAttribute"/> method did.</summary>
/// <param name="Kind">The result.</param>
/// <param name="ReplacedGrantId">Id of the grant that this one took the place of, for <see cref="GrantOutcomeKind.Replaced"/>.</param>
public sealed record GrantOutcome(GrantOutcomeKind Kind, string? ReplacedGrantId = null)
{
    /// <summary>The principal holds the entitlement now.</summary>
    public static GrantOutcome Granted { get; } = new(GrantOutcomeKind.Granted);

    /// <summary>The principal held it before; nothing was changed.</summary>
    public static GrantOutcome AlreadyGranted { get; } = new(GrantOutcomeKind.AlreadyGranted);

    /// <summary>The principal holds it now and lost another one for it.</summary>
    /// <param name="grantId">Id of the grant that is gone.</param>
    public static GrantOutcome Replaced(string grantId) => new(GrantOutcomeKind.Replaced, grantId);

    /// <summary>The principal holds it now and lost another entitlement for it.</summary>
    /// <typeparam name="TResource">Class of the resource that the lost entitlement is on.</typeparam>
    /// <typeparam name="TPrincipal">Class of the principal.</typeparam>
    /// <param name="resourceId">Id of that resource.</param>
    /// <param name="slug">Slug of the lost entitlement.</param>
    /// <param name="principalId">Id of the principal.</param>
    /// <exception cref="ArgumentException">An id is empty, or the resource type does not declare the entitlement.</exception>
    public static GrantOutcome Replaced<TResource, TPrincipal>(string resourceId, string slug, string principalId)
        where TResource : IResourceType
        where TPrincipal : IResourceType
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceId);
        ArgumentException.ThrowIfNullOrEmpty(principalId);
        var entitlement = TResource.Definition.Entitlement(slug);
        return Replaced($"{TResource.Definition.Id}:{resourceId}:{entitlement.Slug}:{TPrincipal.Definition.Id}:{principalId}");
    }
}

/// <summary>The results of granting.</summary>
public enum GrantOutcomeKind
{
    /// <summary>Done.</summary>
    Granted,

    /// <summary>Nothing to do.</summary>
    AlreadyGranted,

    /// <summary>Done, and another grant ended.</summary>
    Replaced,
}
