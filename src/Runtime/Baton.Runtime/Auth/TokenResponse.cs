using System.Text.Json;

namespace Baton.Auth;

/// <summary>The answer of the token endpoint, read strictly.</summary>
/// <param name="Header">The value of the header <c>authorization</c>.</param>
/// <param name="ExpiresIn">Seconds until it expires; 0 when C1 does not say.</param>
readonly record struct TokenResponse(string Header, long ExpiresIn)
{
    /// <exception cref="FormatException">It holds no token. The text never quotes the answer.</exception>
    public static TokenResponse Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return Read(json);
        }
        catch (JsonException e)
        {
            throw new FormatException($"the answer is not JSON, at byte {e.BytePositionInLine}");
        }
    }

    static TokenResponse Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        string token = "", type = "";
        long expiresIn = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new FormatException("the answer is no JSON object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!seen.Add(name))
                throw new FormatException("the answer has a member twice");
            reader.Read();
            switch (name)
            {
                case "access_token":
                    token = Text(ref reader, name);
                    break;
                case "token_type":
                    type = Text(ref reader, name);
                    break;
                case "expires_in":
                    if (reader.TokenType != JsonTokenType.Null && (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out expiresIn)))
                        throw new FormatException("expires_in is not a whole number");
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
        while (reader.Read())
        {
            // Anything after the object is an error, which reading raises.
        }
        return token.Length > 0 ? new($"{Scheme(type)} {token}", expiresIn) : throw new FormatException("empty access token");
    }

    static string Text(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.String when reader.GetString() is var text && !text!.AsSpan().ContainsAnyExceptInRange(' ', '~') => text!,
        JsonTokenType.Null => "",
        _ => throw new FormatException($"{name} is not a plain text"),
    };

    static string Scheme(string type) => type.ToUpperInvariant() switch
    {
        "" or "BEARER" => "Bearer",
        "MAC" => "MAC",
        "BASIC" => "Basic",
        _ => type,
    };
}
