namespace BatonUnix.Files;

/// <summary>A public key that opens an account; of the key itself only its fingerprint is kept.</summary>
/// <param name="User">Name of the account.</param>
/// <param name="Fingerprint">As <c>ssh-keygen -l</c> prints it: <c>SHA256:…</c>.</param>
/// <param name="Type">The kind of key, for example <c>ssh-ed25519</c>.</param>
/// <param name="Bits">Its strength, where the kind is known.</param>
/// <param name="Comment">What follows the key, mostly whose it is.</param>
/// <param name="Options">What limits it: <c>from="…"</c>, <c>command="…"</c> and so on, as written.</param>
/// <param name="Expires">Until when sshd takes it (<c>expiry-time</c>).</param>
/// <param name="File">Where it stands.</param>
/// <param name="Line">And in which line.</param>
sealed record AuthorizedKey(
    string User,
    string Fingerprint,
    string Type,
    int? Bits,
    string Comment,
    IReadOnlyList<string> Options,
    DateTimeOffset? Expires,
    string File,
    int Line)
{
    /// <summary>The id of the resource: one key can open several accounts.</summary>
    public string Id => $"{User}/{Fingerprint}";
}
