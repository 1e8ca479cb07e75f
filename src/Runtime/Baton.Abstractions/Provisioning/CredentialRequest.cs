namespace Baton;

/// <summary>What credential C1 asks for; already checked against what the method's attributes offer.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="RequestId">Names the attempt. Issuing is not repeated by the runtime; a source that knows idempotency keys can be given this one.</param>
public sealed record CredentialRequest(IssuedCredentialKind Kind, string RequestId)
{
    /// <summary>What the credential shall allow, for API keys and tokens.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whom the credential shall be for, for tokens.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>Which key to make, for key pairs.</summary>
    public KeyProfile? KeyProfile { get; init; }

    /// <summary>When the credential shall stop working; null when C1 leaves that to the source.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>A kind of key.</summary>
/// <param name="Type">Key type as in JWK: <c>RSA</c>, <c>EC</c> or <c>OKP</c>.</param>
/// <param name="Bits">Bits of the modulus, for RSA; else 0.</param>
/// <param name="Curve">Name of the curve as in JWK, for EC and OKP; else empty.</param>
public sealed record KeyProfile(string Type, int Bits, string Curve)
{
    /// <summary>The form used in attributes: <c>RSA-2048</c>, <c>P-256</c>, <c>Ed25519</c>.</summary>
    public override string ToString() => Type == "RSA" ? $"RSA-{Bits}" : Curve;
}
