namespace Baton.Tasks;

/// <summary>What a grant task did.</summary>
/// <param name="Outcome">Granted, already granted, or granted in the place of another one.</param>
/// <param name="EntitlementId">Id of the entitlement.</param>
/// <param name="Principal">Who holds it now.</param>
public sealed record GrantResult(GrantOutcome Outcome, string EntitlementId, Principal Principal);

/// <summary>What a revoke task did.</summary>
/// <param name="Outcome">Revoked, or not held before.</param>
/// <param name="EntitlementId">Id of the entitlement.</param>
/// <param name="Principal">Who no longer holds it.</param>
public sealed record RevokeResult(RevokeOutcome Outcome, string EntitlementId, Principal Principal);
