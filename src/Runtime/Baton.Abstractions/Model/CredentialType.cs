namespace Baton;

/// <summary>What a secret is. Numbers are those of <c>c1.connector.v2.SecretTrait.CredentialType</c>.</summary>
public enum CredentialType
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>A password, token or key that both sides know.</summary>
    StaticSecret = 1,

    /// <summary>A key pair of which the source knows the public half.</summary>
    AsymmetricKey = 2,

    /// <summary>A certificate.</summary>
    Certificate = 3,
}
