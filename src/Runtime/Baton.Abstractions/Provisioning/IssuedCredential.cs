namespace Baton;

/// <summary>A credential that was issued: the resource that stands for it, and its secret parts.</summary>
/// <param name="Id">Id of the credential in the source, as the secret type lists it.</param>
/// <param name="Secrets">The secret parts, at least one, each with a name of its own.</param>
public sealed record IssuedCredential(string Id, IReadOnlyList<PlaintextSecret> Secrets)
{
    /// <summary>A credential with these secret parts.</summary>
    /// <param name="id">Id of the credential in the source.</param>
    /// <param name="secrets">The secret parts.</param>
    public IssuedCredential(string id, params PlaintextSecret[] secrets)
        : this(id, (IReadOnlyList<PlaintextSecret>)secrets)
    {
    }

    /// <summary>Name shown to people; the id when not set.</summary>
    public string? DisplayName { get; init; }

    /// <summary>When it stops working; not later than asked for. What was asked for when not set.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
