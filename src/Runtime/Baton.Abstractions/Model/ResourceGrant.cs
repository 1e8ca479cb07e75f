namespace Baton;

/// <summary>A grant together with its resource; made by <see cref="Grantee.On"/>.</summary>
/// <param name="ResourceId">Id of the resource on which the entitlement is held.</param>
/// <param name="Grantee">Who holds it.</param>
public readonly record struct ResourceGrant(string ResourceId, Grantee Grantee);
