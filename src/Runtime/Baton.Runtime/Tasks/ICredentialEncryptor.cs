using Baton.Protocol.Connector.V2;

namespace Baton.Tasks;

/// <summary>Encrypts secrets for those who may read them.</summary>
interface ICredentialEncryptor
{
    /// <summary>Checks that secrets can be encrypted for all recipients, before anything is done that cannot be undone.</summary>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: one of them is unusable.</exception>
    void Check(IReadOnlyList<EncryptionConfig> recipients);

    /// <summary>Encrypts each secret once for each recipient, in this order.</summary>
    IReadOnlyList<EncryptedData> Encrypt(IReadOnlyList<PlaintextData> secrets, IReadOnlyList<EncryptionConfig> recipients);
}
