using Baton;
using Acme.Demo;

namespace Acme;

/// <summary>
/// The settings. Each is a flag, an environment variable and a key of <c>.baton.yaml</c>: <c>--base-url</c>, <c>BATON_BASE_URL</c>, <c>base-url</c>.
/// </summary>
[ConnectorConfig]
public sealed partial record AcmeConfig
{
    // The demo, until you put your own address here, or make it required.
    [Field(DisplayName = "Base URL", Description = "Where the API begins")]
    public Uri BaseUrl { get; init; } = new(DemoServer.Address);

#if (apikey)
    [Field(DisplayName = "API key", Description = "Key that is sent with every request", Secret = true)]
    public required string ApiKey { get; init; }

#elseif (basic)
    [Field(Description = "Name of the technical user")]
    public required string Username { get; init; }

    [Field(Description = "Password of the technical user", Secret = true)]
    public required string Password { get; init; }

#elseif (oauth2)
    [Field(DisplayName = "Token URL", Description = "Where access tokens are given out")]
    public Uri TokenUrl { get; init; } = new(DemoServer.TokenAddress);

    [Field(DisplayName = "OAuth client id", Description = "Id of the OAuth client")]
    public required string OauthClientId { get; init; }

    [Field(DisplayName = "OAuth client secret", Description = "Secret of the OAuth client", Secret = true)]
    public required string OauthClientSecret { get; init; }

#endif
    [Field(Description = "How many records one request asks for", Min = 1, Max = 1000)]
    public int PageSize { get; init; } = 100;
}
