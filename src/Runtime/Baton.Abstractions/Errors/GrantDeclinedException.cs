namespace Baton;

/// <summary>
/// The source, or a policy in front of it, refused a grant or a revocation for good. C1 shows the reason instead of reporting a failure.
/// </summary>
/// <param name="reason">Why, for people; never a secret.</param>
public sealed class GrantDeclinedException(string reason) : ConnectorException(ErrorCode.FailedPrecondition, reason)
{
    /// <summary>Why, for people.</summary>
    public string Reason { get; } = reason;
}
