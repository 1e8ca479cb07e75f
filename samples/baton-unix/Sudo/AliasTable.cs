using Baton;
using BatonUnix.Files;

namespace BatonUnix.Sudo;

/// <summary>The aliases of all sudoers files, which may refer to each other in any order.</summary>
sealed class AliasTable(ISyncWarnings warnings)
{
    const int MaxDepth = 128;

    readonly Dictionary<(AliasKind, string), (AliasDefinition Definition, string Place)> _aliases = [];
    readonly Dictionary<(AliasKind, string), IReadOnlyList<ListItem>> _flat = [];
    readonly HashSet<(AliasKind, string)> _open = [];

    /// <summary>Whether a word has the form of an alias.</summary>
    public static bool IsName(string word) => word.Length > 0 && char.IsAsciiLetterUpper(word[0]) && word != "ALL" &&
        word.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');

    /// <summary>Takes in a definition; the first one of a name counts, as for sudo.</summary>
    public void Add(AliasDefinition definition, TextFile file)
    {
        if (!_aliases.TryAdd((definition.Kind, definition.Name), (definition, file.At(definition.Line))))
            warnings.Add($"{file.At(definition.Line)}: alias {definition.Name} is defined a second time: only the first definition counts.");
    }

    /// <summary>
    /// Puts the contents of aliases in their place. In sudo's lists the last item that matches decides, so of equal items only the last
    /// one is kept: the list stays as short as there are names, however the aliases are nested.
    /// </summary>
    public IReadOnlyList<ListItem> Flatten(AliasKind kind, IEnumerable<ListItem> items)
    {
        var flat = new List<ListItem>();
        foreach (var item in items)
        {
            if (_aliases.ContainsKey((kind, item.Name)))
                flat.AddRange(Content(kind, item.Name).Select(inner => inner with { Negated = inner.Negated != item.Negated }));
            else
                flat.Add(item);
        }
        flat.Reverse();
        flat = [.. flat.DistinctBy(static i => i.Name, StringComparer.Ordinal)];
        flat.Reverse();
        return flat;
    }

    IReadOnlyList<ListItem> Content(AliasKind kind, string name)
    {
        var key = (kind, name);
        if (_flat.TryGetValue(key, out var known))
            return known;
        var (definition, place) = _aliases[key];
        if (_open.Count == MaxDepth || !_open.Add(key))
        {
            warnings.Add($"{place}: alias {name} contains itself, or is nested too deeply: there it counts as empty.");
            return [];
        }
        var content = Flatten(kind, definition.Items);
        _open.Remove(key);
        return _flat[key] = content;
    }
}
