namespace Baton;

/// <summary>What a <see cref="RevokeAttribute"/> method did.</summary>
public enum RevokeOutcome
{
    /// <summary>The principal no longer holds the entitlement.</summary>
    Revoked,

    /// <summary>The principal did not hold it before; nothing was changed.</summary>
    AlreadyRevoked,
}
