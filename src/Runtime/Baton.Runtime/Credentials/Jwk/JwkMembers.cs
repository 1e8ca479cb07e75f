using System.Buffers.Text;
using System.Text.Json;

namespace Baton.Credentials;

/// <summary>The members of a key in JSON.</summary>
readonly struct JwkMembers(JsonElement key)
{
    const int MaxBytes = 4096;

    public string? Text(string name) =>
        key.ValueKind == JsonValueKind.Object && key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <exception cref="FormatException">The member is missing, or no base64url.</exception>
    public byte[] Bytes(string name)
    {
        var text = Text(name);
        if (text is not { Length: > 0 and <= MaxBytes })
            throw new FormatException($"the key has no member \"{name}\"");
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            throw new FormatException($"the key's member \"{name}\" is not base64url");
        }
    }

    /// <summary>The bytes of a number of fixed size, with leading zeros.</summary>
    /// <exception cref="FormatException">The member is missing, malformed, or too long.</exception>
    public byte[] Bytes(string name, int size)
    {
        var bytes = Bytes(name);
        return bytes.Length <= size
            ? [.. new byte[size - bytes.Length], .. bytes]
            : throw new FormatException($"the key's member \"{name}\" is longer than {size} bytes");
    }
}
