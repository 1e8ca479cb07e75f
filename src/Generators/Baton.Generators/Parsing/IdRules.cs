using System.Text;

namespace Baton.Generators.Parsing;

/// <summary>What ids of resource types and slugs of entitlements may be: they are parts of every id in the file.</summary>
static class IdRules
{
    const int MaxBytes = 1024;

    /// <summary>Why the text cannot be used; null when it can.</summary>
    public static string? Invalid(string? id) =>
        string.IsNullOrEmpty(id) ? "it is empty"
        : string.IsNullOrWhiteSpace(id) ? "it is blank"
        : !IsWellFormed(id!) ? "it holds half of a surrogate pair, which no file can store"
        : Encoding.UTF8.GetByteCount(id) > MaxBytes ? "it has more than 1024 bytes"
        : null;

    /// <summary>What makes joined ids hard to take apart; null when nothing does.</summary>
    public static string? Ambiguous(string id) =>
        id.Contains(':') ? "':'"
        : id.Any(char.IsWhiteSpace) ? "white space"
        : id.Any(char.IsControl) ? "control characters"
        : null;

    static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }
        return true;
    }
}
