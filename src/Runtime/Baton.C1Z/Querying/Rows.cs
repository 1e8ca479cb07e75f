using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

/// <summary>A resource with what it refers to. What the file lacks is there with its id, and a name that begins with <c>MISSING</c>.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="ResourceType">Its type.</param>
/// <param name="Parent">What it belongs to, or null.</param>
public sealed record ResourceRow(Resource Resource, ResourceType ResourceType, Resource? Parent);

/// <summary>An entitlement with what it refers to. What the file lacks is there with its id, and a name that begins with <c>MISSING</c>.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Resource">What it is on: the stored row, not the copy inside the entitlement.</param>
/// <param name="ResourceType">The type of that.</param>
public sealed record EntitlementRow(Entitlement Entitlement, Resource Resource, ResourceType ResourceType);

/// <summary>A grant with what it refers to. What the file lacks is there with its id, and a name that begins with <c>MISSING</c>.</summary>
/// <param name="Grant">The grant.</param>
/// <param name="Entitlement">What is granted.</param>
/// <param name="Resource">What that is on.</param>
/// <param name="ResourceType">The type of that.</param>
/// <param name="Principal">Who holds it.</param>
public sealed record GrantRow(Grant Grant, Entitlement Entitlement, Resource Resource, ResourceType ResourceType, Resource Principal);
