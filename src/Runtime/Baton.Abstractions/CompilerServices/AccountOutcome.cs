using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>An <see cref="AccountResult{T}"/> with its account mapped.</summary>
/// <param name="Kind">How far the creation came.</param>
/// <param name="Account">The account, where it is known.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record AccountOutcome(AccountResultKind Kind, MappedResource? Account)
{
    /// <summary>What has to be done.</summary>
    public string? Message { get; init; }

    /// <summary>Until when an invitation can be accepted.</summary>
    public DateTimeOffset? InvitationExpiresAt { get; init; }

    /// <summary>Secrets that the source made.</summary>
    public IReadOnlyList<PlaintextSecret> Secrets { get; init; } = [];
}
