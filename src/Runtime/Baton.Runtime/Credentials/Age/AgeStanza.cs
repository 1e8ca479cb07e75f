namespace Baton.Credentials;

/// <summary>One way into an age file: what it is called, its arguments, and the wrapped file key.</summary>
sealed record AgeStanza(string Type, IReadOnlyList<string> Arguments, byte[] Body);

/// <summary>Somebody who may read an age file: wraps the file key for them.</summary>
interface IAgeRecipient
{
    AgeStanza Wrap(ReadOnlySpan<byte> fileKey);
}

/// <summary>The private side of a recipient.</summary>
interface IAgeIdentity
{
    /// <summary>The file key, or null when the stanza is for somebody else.</summary>
    /// <exception cref="FormatException">The stanza is for this identity, and damaged.</exception>
    byte[]? Unwrap(AgeStanza stanza);
}
