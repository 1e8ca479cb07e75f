namespace Baton;

/// <summary>Kinds of credential that can be issued. Numbers are those of <c>c1.connector.v2.CapabilityDetailCredentialOption</c>.</summary>
public enum IssuedCredentialKind
{
    /// <summary>An API key.</summary>
    ApiKey = 5,

    /// <summary>A key pair, whose private half is handed out.</summary>
    KeyPair = 6,

    /// <summary>A token.</summary>
    Token = 7,

    /// <summary>The secret of an OAuth client.</summary>
    ClientSecret = 8,
}
