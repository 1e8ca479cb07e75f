namespace Baton.Testing;

/// <summary>What can go wrong between a connector and its source.</summary>
public enum HttpFault
{
    /// <summary>Status 429 with <c>Retry-After: 0</c>.</summary>
    TooManyRequests,

    /// <summary>Status 503.</summary>
    Unavailable,

    /// <summary>Status 500.</summary>
    ServerError,

    /// <summary>The connection breaks before there is an answer.</summary>
    Disconnect,

    /// <summary>The connection breaks in the middle of the body.</summary>
    BrokenBody,
}
