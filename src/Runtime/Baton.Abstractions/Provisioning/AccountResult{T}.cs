namespace Baton;

/// <summary>How far the creation of an account came; made by <see cref="AccountResult"/>.</summary>
/// <typeparam name="T">The model of the resource type.</typeparam>
/// <param name="Kind">How far.</param>
/// <param name="Account">The account, where it is known.</param>
public sealed record AccountResult<T>(AccountResultKind Kind, T? Account)
    where T : class
{
    /// <summary>What has to be done, for <see cref="AccountResultKind.ActionRequired"/>.</summary>
    public string? Message { get; init; }

    /// <summary>Until when an invitation that was sent can be accepted.</summary>
    public DateTimeOffset? InvitationExpiresAt { get; init; }

    /// <summary>
    /// Secrets that the source made, for C1. A random password that the runtime made is not among them: it adds that itself, unless the
    /// account existed before.
    /// </summary>
    public IReadOnlyList<PlaintextSecret> Secrets { get; init; } = [];
}

/// <summary>How far the creation of an account came.</summary>
public enum AccountResultKind
{
    /// <summary>The account exists now.</summary>
    Created,

    /// <summary>Somebody has to do something first.</summary>
    ActionRequired,

    /// <summary>It existed before.</summary>
    AlreadyExists,

    /// <summary>The source is working on it.</summary>
    InProgress,
}
