namespace Baton.C1Z;

/// <summary>An entitlement that gets grants, and where from.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Feeds">The entitlements whose holders get it, ordered by id.</param>
sealed record Destination(EntitlementNode Entitlement, Feed[] Feeds);
