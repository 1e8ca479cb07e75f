using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Baton.Auth;

/// <summary>The signed statement (a JWT) by which a connector proves who it is.</summary>
static class ClientAssertion
{
    const int NonceBytes = 16;
    const int ToleranceSeconds = 120;

    static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Create(ClientId id, ClientSecret secret, DateTimeOffset now)
    {
        var signed = $"{Encode(json => Header(json, secret))}.{Encode(json => Claims(json, id, now.ToUnixTimeSeconds()))}";
        return $"{signed}.{Base64Url.EncodeToString(secret.Key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    static void Header(Utf8JsonWriter json, ClientSecret secret)
    {
        json.WriteString("alg"u8, "EdDSA"u8);
        if (secret.OwnKeyId is { } id)
            json.WriteString("kid"u8, id);
        json.WriteString("nonce"u8, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes)));
    }

    static void Claims(Utf8JsonWriter json, ClientId id, long now)
    {
        json.WriteString("iss"u8, id.Text);
        json.WriteString("sub"u8, id.Text);
        json.WriteString("aud"u8, id.Audience);
        json.WriteNumber("exp"u8, now + ToleranceSeconds);
        json.WriteNumber("nbf"u8, now - ToleranceSeconds);
        json.WriteNumber("iat"u8, now);
    }

    static string Encode(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }
}
