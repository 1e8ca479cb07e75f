namespace Baton.Generators.Analyzers.Tests.Support;

/// <summary>What happens to a source while somebody types, and worse.</summary>
static class Mutations
{
    static readonly string[] Snippets =
    [
        "partial ", "static ", "async ", "abstract ", "required ", "ref ", "params ", "file ", "private ", "<T>", "?", "[]", "()", "null", "default", "\"\"", "0", "-1",
        "object", "string", "int", "dynamic", "void", "Task", "Page<", "ResourceKey<", "Grantee", "typeof(", "[Map(To.Id)] ", "[Grants(\"x\")] ", "[ResourceType(\"x\")] ",
        "[Field] ", "[Connector(\"x\")] ", "{", "}", "(", ")", "<", ">", ";", ",", ".", "=>", "= ", "@", "\u0000", "\ud800", "é", "/*", "//", "\n#if X\n",
    ];

    public static string Apply(string text, Random random)
    {
        var count = 1 + random.Next(3);
        for (var i = 0; i < count; i++)
            text = Once(text, random);
        return text;
    }

    static string Once(string text, Random random)
    {
        if (text.Length == 0)
            return Snippets[random.Next(Snippets.Length)];
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 30), text.Length - at);
        return random.Next(7) switch
        {
            0 => text[..at],
            1 => text.Remove(at, length),
            2 => text.Insert(at, text.Substring(random.Next(text.Length - length + 1), length)),
            3 => SwapWords(text, random),
            4 => RemoveWord(text, at),
            _ => text.Insert(StartOfWord(text, at), Snippets[random.Next(Snippets.Length)]),
        };
    }

    static int StartOfWord(string text, int at)
    {
        while (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            at--;
        return at;
    }

    static string RemoveWord(string text, int at)
    {
        var (start, end) = (StartOfWord(text, at), at);
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text.Remove(start, end - start);
    }

    static string SwapWords(string text, Random random)
    {
        var words = text.Split(' ');
        var (left, right) = (random.Next(words.Length), random.Next(words.Length));
        (words[left], words[right]) = (words[right], words[left]);
        return string.Join(' ', words);
    }
}
