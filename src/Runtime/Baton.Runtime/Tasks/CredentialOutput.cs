using System.Text;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.Tasks;

/// <summary>Encrypts what a method returned, and the password that was made for it.</summary>
static class CredentialOutput
{
    /// <summary>The password of a random credential, for those who may read it.</summary>
    internal static IEnumerable<PlaintextSecret> Password(NewCredential credential) => credential.Option == CredentialOption.RandomPassword
        ? [new PlaintextSecret("password", credential.Password) { Description = "Password of the account" }]
        : [];

    internal static IReadOnlyList<EncryptedData> Encrypt(
        TaskContext context, IEnumerable<PlaintextSecret> secrets, IReadOnlyList<EncryptionConfig> recipients)
    {
        var all = secrets.ToList();
        context.Conceal(all.Select(static secret => Encoding.UTF8.GetString(secret.Value.Span)));
        return context.Encryptor.Encrypt([.. all.Select(ToPlaintext)], recipients);
    }

    static PlaintextData ToPlaintext(PlaintextSecret secret) => new()
    {
        Name = secret.Name,
        Description = secret.Description ?? "",
        Schema = secret.Schema ?? "",
        Bytes = ByteString.CopyFrom(secret.Value.Span),
    };
}
