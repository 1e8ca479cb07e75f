namespace Baton.Testing;

/// <summary>What a connector under test sees besides its arguments.</summary>
public sealed record ConnectorRunOptions
{
    /// <summary>Environment variables, for example <c>BATON_API_TOKEN</c>. None unless set.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Answers what the connector's <see cref="HttpClient"/>s ask, in place of the network: an <see cref="HttpReplay"/>, for example. Stays the
    /// caller's to dispose. Null for the network.
    /// </summary>
    public HttpMessageHandler? Http { get; init; }

    /// <summary>The c1z to write, and to extend when it exists; null for a temporary one.</summary>
    public string? File { get; init; }
}
