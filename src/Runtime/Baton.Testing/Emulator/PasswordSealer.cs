using System.Text;
using Baton.Credentials;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.Testing;

/// <summary>Encrypts passwords for the holder of a client secret.</summary>
sealed class PasswordSealer(Ed25519Key clientSecret)
{
    readonly EncryptionConfig _recipient = new() { JwkPublicKeyConfig = new() { PubKey = ByteString.CopyFromUtf8(JwkText.Of(clientSecret.PublicKey)) } };

    public EncryptedData Seal(string password) =>
        new CredentialEncryptor().Encrypt([new() { Name = "password", Bytes = ByteString.CopyFrom(Encoding.UTF8.GetBytes(password)) }], [_recipient])[0];
}
