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
