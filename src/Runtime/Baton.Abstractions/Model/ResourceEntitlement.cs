namespace Baton;

/// <summary>An entitlement together with its resource; made by <see cref="DynamicEntitlement.On"/>.</summary>
/// <param name="ResourceId">Id of the resource on which it can be held.</param>
/// <param name="Entitlement">The entitlement.</param>
public readonly record struct ResourceEntitlement(string ResourceId, DynamicEntitlement Entitlement);
