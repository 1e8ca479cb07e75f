using Baton.Protocol.Connector.V2;

namespace Baton.Tasks;

/// <summary>Where the password of a new credential comes from.</summary>
interface IPasswordSource
{
    /// <summary>A new random password.</summary>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: no password can fulfil the options.</exception>
    string Random(CredentialOptions.Types.RandomPassword options);

    /// <summary>A password that was chosen elsewhere and is encrypted for this connector.</summary>
    /// <exception cref="ConnectorException">It is not encrypted for this connector, or cannot be read.</exception>
    string Decrypt(CredentialOptions.Types.EncryptedPassword options);
}
