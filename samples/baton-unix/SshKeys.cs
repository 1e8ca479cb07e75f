using Baton;
using BatonUnix.Files;

namespace BatonUnix;

/// <summary>Public keys that open an account, from <c>authorized_keys</c> in its home directory. Of a key only the fingerprint is kept.</summary>
[ResourceType("ssh-key", Trait.Secret, DisplayName = "SSH key", Description = "Public keys that open an account")]
sealed partial class SshKeys(UnixHost host)
{
    public IEnumerable<AuthorizedKey> ListAsync(ResourceKey<Users> user) =>
        host.Now.Accounts.Find(user.Id) is { } account ? host.Now.KeysOf(account) : [];

    static void Map(AuthorizedKey k, SecretBuilder r) => r
        .Id(k.Id)
        .DisplayName(k.Comment.Length > 0 ? k.Comment : k.Fingerprint)
        .Identity(new ResourceKey<Users>(k.User))
        .Credential(CredentialType.AsymmetricKey, k.Type)
        .ExpiresAt(k.Expires)
        .Profile("fingerprint", k.Fingerprint)
        .Profile("type", k.Type)
        .Profile("bits", k.Bits)
        .Profile("comment", k.Comment)
        .Profile("options", k.Options)
        .Profile("file", k.File)
        .Profile("line", k.Line);
}
