using System.Text;
using Baton.Auth;
using Baton.Protocol.Connector.V2;
using Baton.Tasks;

namespace Baton.Credentials;

/// <summary>Passwords: random ones, and those that C1 encrypted for the client secret.</summary>
/// <param name="secret">The client secret; null outside service mode.</param>
sealed class PasswordSource(ClientSecret? secret) : IPasswordSource
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Random(CredentialOptions.Types.RandomPassword options) => RandomPassword.Generate(options.Length, options.Constraints);

    public string Decrypt(CredentialOptions.Types.EncryptedPassword options)
    {
        if (secret is null)
            throw Invalid("client-secret is required: the password is encrypted for it");
        var ours = options.EncryptedPasswords.FirstOrDefault(p => p.KeyIds.Contains(secret.KeyId))
            ?? throw Invalid($"no encrypted password matched client secret key id \"{secret.KeyId}\"");
        try
        {
            var file = Convert.FromBase64String(Encoding.ASCII.GetString(ours.EncryptedBytes.Span));
            return Utf8.GetString(AgeFile.Decrypt(new SshEd25519Identity(secret.Key), file));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            throw new ConnectorException(ErrorCode.Internal, $"error decrypting password: {e.Message}");
        }
    }

    static ConnectorException Invalid(string message) => new(ErrorCode.InvalidArgument, message);
}
