using Baton.Testing;
using Acme.Demo;

namespace Acme.Tests;

/// <summary>What the tests run against: a demo server of their own, in the place of the network.</summary>
static class TestSource
{
    public static ConnectorRunOptions Options => new() { Http = new DemoServer() };

    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--base-url", "https://system.example",
#if (apikey)
        "--api-key", "demo",
#elseif (basic)
        "--username", "demo", "--password", "demo",
#elseif (oauth2)
        "--token-url", "https://system.example/oauth/token", "--oauth-client-id", "demo", "--oauth-client-secret", "demo",
#endif
    ];

    /// <summary>A sync of a new demo server; a flag that is given again wins.</summary>
    public static Task<SyncResult> SyncAsync(params string[] arguments) =>
        ConnectorRun.SyncAsync<AcmeConnector>([.. Arguments, .. arguments], Options);
}
