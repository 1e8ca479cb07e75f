namespace BatonPostgresql.Server;

/// <summary>Reads <c>key=value key='value with blanks'</c>, where a backslash takes the next character as it is.</summary>
static class KeywordList
{
    /// <summary>The pairs, in their order.</summary>
    public static IEnumerable<(string Key, string Value)> Parse(string text)
    {
        for (var at = SkipBlanks(text, 0); at < text.Length; at = SkipBlanks(text, at))
        {
            var equals = text.IndexOf('=', at);
            if (equals < 0)
                throw Dsn.Wrong("neither a URL (postgres://…) nor a list of key=value");
            var key = text[at..equals].Trim();
            at = SkipBlanks(text, equals + 1);
            var quoted = at < text.Length && text[at] == '\'';
            var value = new System.Text.StringBuilder();
            for (at += quoted ? 1 : 0; at < text.Length && (quoted ? text[at] != '\'' : !char.IsWhiteSpace(text[at])); at++)
            {
                if (text[at] == '\\' && at + 1 < text.Length)
                    at++;
                value.Append(text[at]);
            }
            if (quoted && at >= text.Length)
                throw Dsn.Wrong($"the value of \"{key}\" has no closing quote");
            at += quoted ? 1 : 0;
            yield return (key, value.ToString());
        }
    }

    static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
