namespace Baton;

/// <summary>How the credential of an account comes about. Numbers are those of <c>c1.connector.v2.CapabilityDetailCredentialOption</c>.</summary>
public enum CredentialOption
{
    /// <summary>The account gets none: somebody else sets it, or the source sends an invitation.</summary>
    NoPassword = 1,

    /// <summary>A random password, made by the runtime and handed to C1 encrypted.</summary>
    RandomPassword = 2,

    /// <summary>The account signs in through an identity provider (single sign-on, federation).</summary>
    Sso = 3,

    /// <summary>A password that was chosen in C1 and arrives encrypted for this connector.</summary>
    EncryptedPassword = 4,
}
