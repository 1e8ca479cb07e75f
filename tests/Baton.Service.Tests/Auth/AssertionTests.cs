using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Baton.Auth;
using Baton.Credentials;

namespace Baton.Service.Tests.Auth;

public sealed class AssertionTests
{
    static readonly JsonElement Wire = Vector.Load("auth-wire.json");

    [Fact]
    public void An_assertion_says_what_those_of_others_say()
    {
        var id = ClientId.Parse(Wire.Text("client_id"));
        using var claims = JsonDocument.Parse(Wire.Text("assertion_claims"));
        var now = DateTimeOffset.FromUnixTimeSeconds(claims.RootElement.GetProperty("iat").GetInt64());
        var parts = ClientAssertion.Create(id, ClientSecret.Parse(Wire.Text("client_secret")), now).Split('.');
        Assert.Equal(Wire.Text("assertion_claims"), Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])));
        Assert.Matches("^{\"alg\":\"EdDSA\",\"nonce\":\"[0-9a-f]{32}\"}$", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])));
        var key = Convert.FromHexString(Wire.Text("public_key_hex"));
        Assert.True(Ed25519Key.Verify(key, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2])));
        Assert.False(Ed25519Key.Verify(key, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}x"), Base64Url.DecodeFromChars(parts[2])));
    }

    [Fact]
    public void No_two_have_the_same_nonce()
    {
        var secret = ClientSecret.Parse(Wire.Text("client_secret"));
        var id = ClientId.Parse(Wire.Text("client_id"));
        Assert.NotEqual(ClientAssertion.Create(id, secret, default), ClientAssertion.Create(id, secret, default));
    }
}
