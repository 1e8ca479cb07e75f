using System.Text;

namespace Baton.Generators.Parsing;

/// <summary>Names derived from other names.</summary>
static class Naming
{
    /// <summary><c>BaseUrl</c> becomes <c>base-url</c>, <c>HTTPTimeout</c> <c>http-timeout</c>.</summary>
    public static string Kebab(string name) => Words(name, '-');

    /// <summary><c>BaseUrl</c> becomes <c>base_url</c>.</summary>
    public static string Snake(string name) => Words(name, '_');

    /// <summary><c>ssh-key</c> becomes <c>Ssh Key</c>.</summary>
    public static string Title(string id)
    {
        var text = new StringBuilder(id.Length);
        foreach (var word in id.Split(['-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (text.Length > 0)
                text.Append(' ');
            text.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }
        return text.Length == 0 ? id : text.ToString();
    }

    static string Words(string name, char separator)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '_')
            {
                if (text.Length > 0 && text[text.Length - 1] != separator)
                    text.Append(separator);
                continue;
            }
            if (char.IsUpper(name[i]) && text.Length > 0 && text[text.Length - 1] != separator && StartsWord(name, i))
                text.Append(separator);
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString().TrimEnd(separator);
    }

    // An upper-case letter after a lower-case one or a digit, or the last of several before a lower-case one.
    static bool StartsWord(string name, int at) =>
        !char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1]));
}
