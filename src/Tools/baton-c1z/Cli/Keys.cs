namespace Baton.C1ZTool;

static class Keys
{
    /// <summary>Reads <c>TYPE:ID</c>; the id may hold more colons.</summary>
    public static ResourceKey Parse(string text, string option)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1
            ? new(text[..colon], text[(colon + 1)..])
            : throw new ToolException($"{option} takes TYPE:ID, for example user:alice, and not {text}");
    }
}
