namespace Baton.Sync;

/// <summary>Where a listing of grants is: which entitlement, and which page of it. Written as <c>slug⏎token</c>.</summary>
readonly record struct SlugCursor(string Slug, string Token)
{
    const char Separator = '\n';

    /// <summary>Reads a position; an empty one, or one of an entitlement that is gone, is the first page of the first slug.</summary>
    internal static SlugCursor Parse(string position, IReadOnlyList<string> slugs)
    {
        var end = position.IndexOf(Separator, StringComparison.Ordinal);
        if (end < 0)
            return new(slugs[0], "");
        var slug = position[..end];
        return slugs.Contains(slug) ? new(slug, position[(end + 1)..]) : new(slugs[0], "");
    }

    /// <summary>The position of the next page of this entitlement, or else of the first page of the next one; empty at the end.</summary>
    internal string Next(string token, IReadOnlyList<string> slugs)
    {
        if (token.Length > 0)
            return Slug + Separator + token;
        for (var i = 0; i < slugs.Count - 1; i++)
        {
            if (slugs[i] == Slug)
                return slugs[i + 1] + Separator;
        }
        return "";
    }
}
