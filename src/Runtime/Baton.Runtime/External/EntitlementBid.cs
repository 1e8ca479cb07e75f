using System.Text;

namespace Baton.External;

/// <summary>An entitlement as <c>bid:e:type/id:slug</c>, or with the resource's parent in front, where backslashes escape the separators.</summary>
sealed record EntitlementBid(ResourceKey Resource, string Slug)
{
    const string Prefix = "bid:e:";

    /// <summary>Reads one; null when the text is something else.</summary>
    internal static EntitlementBid? Parse(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || Split(text.AsSpan(Prefix.Length)) is not { } parts)
            return null;
        return parts switch
        {
            [[var type, var id], [var slug]] => new(new(type, id), slug),
            [[var parentType, var parent, var type, var id], [var slug]] => new(new(type, id) { Parent = new(parentType, parent) }, slug),
            _ => null,
        };
    }

    /// <summary>Splits at colons, and within them at slashes; null when a part is empty or an escape is cut off.</summary>
    static List<List<string>>? Split(ReadOnlySpan<char> text)
    {
        List<List<string>> parts = [[]];
        var word = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (':' or '/'))
            {
                if (text[i] == '\\' && ++i == text.Length)
                    return null;
                word.Append(text[i]);
                continue;
            }
            if (word.Length == 0)
                return null;
            parts[^1].Add(word.ToString());
            word.Clear();
            if (i < text.Length && text[i] == ':')
                parts.Add([]);
        }
        return parts;
    }
}
