using Baton.Protocol.Connector.V2;
using Baton.Tasks;

namespace Baton.Credentials;

/// <summary>Encrypts secrets in the ways that C1 knows: for keys in JSON, and for age recipients.</summary>
sealed class CredentialEncryptor : ICredentialEncryptor
{
    public void Check(IReadOnlyList<EncryptionConfig> recipients) => _ = Parse(recipients);

    public IReadOnlyList<EncryptedData> Encrypt(IReadOnlyList<PlaintextData> secrets, IReadOnlyList<EncryptionConfig> recipients)
    {
        var parsed = Parse(recipients);
        return secrets.SelectMany(secret => parsed.Select(r => r.Encrypt(secret))).ToList();
    }

    static List<SecretRecipient> Parse(IReadOnlyList<EncryptionConfig> recipients) => recipients.Select(Parse).ToList();

    static SecretRecipient Parse(EncryptionConfig config, int index)
    {
        try
        {
            return SecretRecipient.From(config);
        }
        catch (ConnectorException e)
        {
            throw new ConnectorException(e.Code, $"invalid encryption config {index}: {e.Message}");
        }
    }
}
