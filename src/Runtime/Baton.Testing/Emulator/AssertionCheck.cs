using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Baton.Credentials;

namespace Baton.Testing;

/// <summary>Checks the statement by which a connector asks for an access token.</summary>
static class AssertionCheck
{
    /// <returns>What is wrong with it; null for nothing.</returns>
    public static string? Problem(string assertion, string clientId, string audience, byte[] publicKey, DateTimeOffset now)
    {
        if (assertion.Split('.') is not [var header, var claims, var signature])
            return "it has no three parts";
        try
        {
            if (!Ed25519Key.Verify(publicKey, Encoding.ASCII.GetBytes($"{header}.{claims}"), Base64Url.DecodeFromChars(signature)))
                return "the signature is wrong";
            using var head = JsonDocument.Parse(Base64Url.DecodeFromChars(header));
            using var body = JsonDocument.Parse(Base64Url.DecodeFromChars(claims));
            return OfHeader(head.RootElement) ?? OfClaims(body.RootElement, clientId, audience, now.ToUnixTimeSeconds());
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return e.Message;
        }
    }

    static string? OfHeader(JsonElement header)
    {
        if (header.GetProperty("alg").GetString() != "EdDSA")
            return "alg is not EdDSA";
        return header.GetProperty("nonce").GetString() is { Length: 32 } nonce && nonce.All(char.IsAsciiHexDigitLower) ? null : "the nonce is malformed";
    }

    static string? OfClaims(JsonElement claims, string clientId, string audience, long now)
    {
        if (claims.GetProperty("iss").GetString() != clientId || claims.GetProperty("sub").GetString() != clientId)
            return "iss or sub is not the client id";
        if (claims.GetProperty("aud").GetString() != audience)
            return $"aud is not {audience}";
        return claims.GetProperty("nbf").GetInt64() <= now && now < claims.GetProperty("exp").GetInt64() ? null : "it is not valid now";
    }
}
