using Baton;

namespace BatonScim;

/// <summary>The settings.</summary>
[FieldGroup("token", nameof(Token), DisplayName = "Token", Default = true)]
[FieldGroup("oauth2", nameof(OauthTokenUrl), nameof(OauthClientId), nameof(OauthClientSecret), nameof(OauthScope),
    DisplayName = "OAuth 2.0 client credentials")]
[FieldGroup("basic", nameof(Username), nameof(Password), DisplayName = "User name and password")]
[ConnectorConfig]
sealed partial record ScimConfig
{
    /// <summary>Where the server's resources begin.</summary>
    [Field(Description = "Where the server's resources begin", Placeholder = "https://directory.example.com/scim/v2")]
    public required Uri BaseUrl { get; init; }

    /// <summary>Bearer token.</summary>
    [Field(Description = "Bearer token", Secret = true, Required = true)]
    public string? Token { get; init; }

    /// <summary>Where tokens are given out.</summary>
    [Field(DisplayName = "OAuth token URL", Description = "Where tokens are given out", Required = true)]
    public Uri? OauthTokenUrl { get; init; }

    /// <summary>Id of the client.</summary>
    [Field(DisplayName = "OAuth client id", Description = "Id of the client", Required = true)]
    public string? OauthClientId { get; init; }

    /// <summary>Secret of the client.</summary>
    [Field(DisplayName = "OAuth client secret", Description = "Secret of the client", Secret = true, Required = true)]
    public string? OauthClientSecret { get; init; }

    /// <summary>What the token shall be good for.</summary>
    [Field(DisplayName = "OAuth scope", Description = "What the token shall be good for, if the server wants to know")]
    public string? OauthScope { get; init; }

    /// <summary>User name.</summary>
    [Field(Description = "User name", Required = true)]
    public string? Username { get; init; }

    /// <summary>Password.</summary>
    [Field(Description = "Password", Secret = true, Required = true)]
    public string? Password { get; init; }

    /// <summary>How many resources to ask for at once.</summary>
    [Field(Description = "How many resources to ask for at once; servers may give fewer", Min = 1, Max = 10000)]
    public int PageSize { get; init; } = 100;

    /// <summary>Which users to read.</summary>
    [Field(Description = "Which users to read, as a SCIM filter", Placeholder = "userType eq \"Employee\"")]
    public string? UserFilter { get; init; }

    /// <summary>Which groups to read.</summary>
    [Field(Description = "Which groups to read, as a SCIM filter", Placeholder = "displayName sw \"app-\"")]
    public string? GroupFilter { get; init; }

    /// <summary>Whether each group is asked for its members.</summary>
    [Field(Description = "Ask for each group by itself, for servers that leave members out of lists")]
    public bool FetchMembers { get; init; }

    /// <summary>Whether resources are replaced as a whole.</summary>
    [Field(Description = "Change resources with PUT, for servers that claim to know PATCH and do not")]
    public bool AvoidPatch { get; init; }
}
