using System.Security.Cryptography;
using System.Text;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.Credentials;

/// <summary>Somebody whom C1 names as a reader of secrets.</summary>
abstract class SecretRecipient
{
    const string JwkProvider = "baton/jwk/v1";
    const string PrivateJwkProvider = "baton/jwk/v1/private";
    const string AgeProvider = "baton/age/v1";

    /// <summary>Encrypts a secret for this recipient.</summary>
    public abstract EncryptedData Encrypt(PlaintextData secret);

    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: nothing can be encrypted for what the configuration names.</exception>
    public static SecretRecipient From(EncryptionConfig config) => ProviderOf(config) switch
    {
        JwkProvider or PrivateJwkProvider => new JwkRecipient(config),
        AgeProvider => new AgeRecipient(config),
        "" => throw Invalid("encryption provider not registered: the configuration names none, and holds no key"),
        var other => throw Invalid($"encryption provider not registered ({other}); {JwkProvider} and {AgeProvider} are known"),
    };

    static string ProviderOf(EncryptionConfig config) => config.Provider.Trim().ToLowerInvariant() switch
    {
        "" when config.ConfigCase == EncryptionConfig.ConfigOneofCase.AgeRecipientConfig => AgeProvider,
        "" when config.ConfigCase == EncryptionConfig.ConfigOneofCase.JwkPublicKeyConfig => JwkProvider,
        var named => named,
    };

    static EncryptedData Describe(PlaintextData secret, string provider, string keyId, byte[] bytes) => new()
    {
        Provider = provider,
        Name = secret.Name,
        Description = secret.Description,
        Schema = secret.Schema,
        EncryptedBytes = UnsafeByteOperations.UnsafeWrap(bytes),
        KeyIds = { keyId },
    };

    static ConnectorException Invalid(string message) => new(ErrorCode.InvalidArgument, message);

    sealed class JwkRecipient(EncryptionConfig config) : SecretRecipient
    {
        readonly Jwk _key = Jwk.Parse(config.JwkPublicKeyConfig?.PubKey.Memory ?? throw Invalid("jwk: public key configuration is required"));

        public override EncryptedData Encrypt(PlaintextData secret)
        {
            var text = Convert.ToBase64String(_key.Encrypt(secret.Bytes.Span));
            var data = Describe(secret, JwkProvider, _key.Thumbprint, Encoding.ASCII.GetBytes(text));
            data.KeyId = _key.Thumbprint;
            return data;
        }
    }

    sealed class AgeRecipient : SecretRecipient
    {
        const string PostQuantum = "age1pq1";

        readonly X25519Recipient _recipient;
        readonly string _keyId;

        public AgeRecipient(EncryptionConfig config)
        {
            var text = config.AgeRecipientConfig?.Recipient ?? throw Invalid("age: age recipient config is required");
            if (text.Length == 0)
                throw Invalid("age: recipient is required");
            if (text.Trim() != text || text.AsSpan().ContainsAny('\r', '\n'))
                throw Invalid("age: recipient must be a single canonical recipient string");
            if (text.StartsWith(PostQuantum, StringComparison.Ordinal))
                throw Invalid("age: recipients with a post-quantum key (age1pq1…) are not supported; use an X25519 recipient (age1…)");
            try
            {
                _recipient = X25519Recipient.Parse(text);
            }
            catch (FormatException e)
            {
                throw Invalid($"age: invalid recipient: {e.Message}");
            }
            _keyId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }

        public override EncryptedData Encrypt(PlaintextData secret) =>
            Describe(secret, AgeProvider, _keyId, AgeFile.Encrypt(_recipient, secret.Bytes.Span));
    }
}
