namespace Baton;

/// <summary>
/// Marks the method that issues an additional credential for a resource of the type:
/// <c>Task&lt;IssuedCredential&gt; M(ResourceKey identity, CredentialRequest request, CancellationToken ct)</c>. Once for each kind that the
/// method can issue; the first kind is the one that C1 proposes.
/// </summary>
/// <param name="kind">The kind of credential.</param>
/// <param name="secretType">The resource type of the credential: it has <see cref="Trait.Secret"/> and a <see cref="DeleteResourceAttribute"/> method.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class IssueCredentialAttribute(IssuedCredentialKind kind, Type secretType) : Attribute
{
    /// <summary>The kind of credential.</summary>
    public IssuedCredentialKind Kind { get; } = kind;

    /// <summary>The resource type of the credential.</summary>
    public Type SecretType { get; } = secretType;

    /// <summary>Whether later syncs do not list the credential, so that C1 must remember it.</summary>
    public bool Virtual { get; set; }

    /// <summary>Scopes that can be asked for, for API keys and tokens.</summary>
    public string[] Scopes { get; set; } = [];

    /// <summary>Whether scopes beyond <see cref="Scopes"/> can be asked for.</summary>
    public bool CustomScopes { get; set; }

    /// <summary>Audiences that can be asked for, for tokens.</summary>
    public string[] Audiences { get; set; } = [];

    /// <summary>Whether audiences beyond <see cref="Audiences"/> can be asked for.</summary>
    public bool CustomAudiences { get; set; }

    /// <summary>Keys that can be made, for key pairs: <c>RSA-2048</c>, <c>P-256</c>, <c>Ed25519</c> and the like.</summary>
    public string[] KeyProfiles { get; set; } = [];

    /// <summary>Shortest life in seconds; an expiry can be asked for only when this or <see cref="MaxLifetimeSeconds"/> is set.</summary>
    public long MinLifetimeSeconds { get; set; }

    /// <summary>Longest life in seconds.</summary>
    public long MaxLifetimeSeconds { get; set; }
}
