namespace Baton;

/// <summary>A failure with a code that says what to do about it: retry, warn, or stop.</summary>
/// <param name="code">The kind of failure.</param>
/// <param name="message">What is wrong, where, and what to do; never a secret.</param>
/// <param name="innerException">What caused it.</param>
public class ConnectorException(ErrorCode code, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The kind of failure.</summary>
    public ErrorCode Code { get; } = code;

    /// <summary>
    /// With <see cref="ErrorCode.Unavailable"/> or <see cref="ErrorCode.DeadlineExceeded"/>: how long to wait before the next try, when the
    /// source says so (a rate limit). A minute at most is waited at a time.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The thing does not exist.</summary>
    /// <param name="what">What was looked for.</param>
    public static ConnectorException NotFound(string what) => new(ErrorCode.NotFound, what);
}
