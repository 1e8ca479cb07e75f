using System.Text.Json;
using Baton.Auth;

namespace Baton.Service.Tests.Auth;

public sealed class ClientSecretTests
{
    static readonly JsonElement Cases = Vector.Load("client-secret.json");

    public static TheoryData<string> Names => Vector.Names(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_secret_is_read_as_by_others(string name)
    {
        var vector = Vector.Case(Cases, name);
        var text = vector.Text("secret");
        // A public key that does not belong to the private one makes signatures that nobody accepts: refused here.
        if (!vector.GetProperty("valid").GetBoolean() || !vector.GetProperty("consistent").GetBoolean())
        {
            var failure = Assert.Throws<ConnectorException>(() => ClientSecret.Parse(text));
            Assert.StartsWith("invalid client secret", failure.Message, StringComparison.Ordinal);
            Assert.Equal(ErrorCode.Unknown, failure.Code);
            if (text.Split(':') is [.., { Length: > 8 } key])
                Assert.DoesNotContain(key, failure.ToString(), StringComparison.Ordinal);
            return;
        }
        var secret = ClientSecret.Parse(text);
        Assert.Equal(vector.Text("publicKey"), Convert.ToHexStringLower(secret.Key.PublicKey));
        Assert.Equal(vector.Text("ownKeyId"), secret.OwnKeyId ?? "");
        Assert.Equal(vector.Text("keyId"), secret.KeyId);
    }
}
