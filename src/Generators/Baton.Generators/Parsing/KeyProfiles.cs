using System.Globalization;
using Baton.Generators.Models;

namespace Baton.Generators.Parsing;

/// <summary>The kinds of key that can be issued.</summary>
static class KeyProfiles
{
    public const string Supported = "RSA-2048 to RSA-16384 in steps of 256, P-256, P-384, P-521, Ed25519, Ed448, X25519, X448";

    const string Rsa = "RSA-";

    /// <returns>Null when there is no such key.</returns>
    public static KeyProfileModel? Parse(string text)
    {
        if (text is "P-256" or "P-384" or "P-521")
            return new("EC", 0, text);
        if (text is "Ed25519" or "Ed448" or "X25519" or "X448")
            return new("OKP", 0, text);
        return text.StartsWith(Rsa, StringComparison.Ordinal)
            && int.TryParse(text.Substring(Rsa.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            && bits is >= 2048 and <= 16384 && bits % 256 == 0 ? new("RSA", bits, "") : null;
    }
}
