namespace Baton.Tasks;

/// <summary>What to grant or revoke, with all that the author's method gets.</summary>
sealed record GrantTarget(string EntitlementId, string Slug, ResourceKey Resource, Principal Principal);
