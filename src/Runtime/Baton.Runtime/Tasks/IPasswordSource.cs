using Baton.Protocol.Connector.V2;

namespace Baton.Tasks;

/// <summary>Where the password of a new credential comes from.</summary>
interface IPasswordSource
{
    /// <summary>The options with a password that was chosen elsewhere decrypted; null when the task leaves them to the connector.</summary>
    /// <exception cref="ConnectorException">They name no option, or a password that is not for this connector.</exception>
    LocalCredentialOptions? Resolve(CredentialOptions? options, IReadOnlyCollection<EncryptionConfig> recipients);

    /// <summary>A new random password.</summary>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: no password can fulfil the constraints.</exception>
    string Random(long length, IReadOnlyCollection<PasswordConstraint> constraints);
}
