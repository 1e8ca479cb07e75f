using Baton.CompilerServices;

namespace Baton;

/// <summary>Receives the parts of a credential: everything but its value.</summary>
public sealed class SecretBuilder : ResourceBuilder<SecretBuilder>
{
    DateTimeOffset? _expires, _lastUsed;
    ResourceKey? _createdBy, _identity;
    CredentialType _type;
    string? _detail;

    private protected override Trait? OwnTrait => Trait.Secret;

    /// <summary>When the credential stops working.</summary>
    public SecretBuilder ExpiresAt(DateTimeOffset? time)
    {
        _expires = time;
        return this;
    }

    /// <summary>When the credential was last used.</summary>
    public SecretBuilder LastUsedAt(DateTimeOffset? time)
    {
        _lastUsed = time;
        return this;
    }

    /// <summary>Who made the credential.</summary>
    public SecretBuilder CreatedBy(ResourceKey? principal)
    {
        _createdBy = principal;
        return this;
    }

    /// <summary>Whose credential it is.</summary>
    public SecretBuilder Identity(ResourceKey? identity)
    {
        _identity = identity;
        return this;
    }

    /// <summary>What the credential is.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="detail">The source's own word for it, for example <c>ssh-ed25519</c>.</param>
    public SecretBuilder Credential(CredentialType type, string? detail = null)
    {
        (_type, _detail) = (type, detail);
        return this;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_expires, _lastUsed, _createdBy, _identity) = (null, null, null, null);
        (_type, _detail) = (CredentialType.Unspecified, null);
    }

    private protected override void WriteTrait(WireWriter writer)
    {
        ProfileValues.Write(writer, 1);
        writer.Timestamp(2, Created);
        writer.Timestamp(3, _expires);
        writer.Timestamp(4, _lastUsed);
        RowEncoder.Key(writer, 5, _createdBy);
        RowEncoder.Key(writer, 6, _identity);
        writer.Int(7, (int)_type);
        writer.String(8, _detail);
    }
}
