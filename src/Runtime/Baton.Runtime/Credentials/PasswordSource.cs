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

    public string Random(long length, IReadOnlyCollection<PasswordConstraint> constraints) => RandomPassword.Generate(length, constraints);

    public LocalCredentialOptions? Resolve(CredentialOptions? options, IReadOnlyCollection<EncryptionConfig> recipients)
    {
        if (options is null)
            return null;
        var local = new LocalCredentialOptions { ForceChangeAtNextLogin = options.ForceChangeAtNextLogin };
        switch (options.OptionsCase)
        {
            case CredentialOptions.OptionsOneofCase.RandomPassword:
                local.RandomPassword = new() { Length = options.RandomPassword.Length, Constraints = { options.RandomPassword.Constraints } };
                break;
            case CredentialOptions.OptionsOneofCase.NoPassword:
                local.NoPassword = new();
                break;
            case CredentialOptions.OptionsOneofCase.Sso:
                local.Sso = new() { SsoProvider = options.Sso.SsoProvider };
                break;
            case CredentialOptions.OptionsOneofCase.EncryptedPassword:
                if (recipients.Count > 0)
                    throw Invalid("encryption configs should never be supplied for encrypted passwords");
                if (Decrypt(options.EncryptedPassword.EncryptedPasswords) is { } password)
                    local.PlaintextPassword = new() { PlaintextPassword_ = password };
                break;
            default:
                throw Invalid("invalid credential options");
        }
        return local;
    }

    /// <summary>The first password that is for this connector; null when there is none at all.</summary>
    string? Decrypt(IReadOnlyList<EncryptedData> passwords)
    {
        if (secret is null)
            throw Invalid("client-secret is required: the password is encrypted for it");
        if (passwords.Count == 0)
            return null;
        var ours = passwords.FirstOrDefault(p => p.KeyIds.Contains(secret.KeyId))
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
