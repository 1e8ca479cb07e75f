using System.Text;
using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The cursors of a resource type, each with the name of the methods that read and write it.</summary>
sealed class CursorNames
{
    readonly List<(CursorModel Cursor, string Name)> _cursors = [];

    public CursorNames(ResourceTypeModel type)
        : this(type.Lists.Select(static m => m.Cursor).Append(type.EntitlementsMethod?.Cursor).Concat(type.Grants.Select(static m => m.Cursor)))
    {
    }

    public CursorNames(IEnumerable<CursorModel?> cursors)
    {
        foreach (var cursor in cursors)
        {
            if (cursor is not null && cursor.Kind != CursorKind.String && !_cursors.Exists(known => known.Cursor.Type == cursor.Type))
                _cursors.Add((cursor, Unused(Simple(cursor.Type))));
        }
    }

    /// <summary>Those that need methods, in the order of their first use.</summary>
    public IReadOnlyList<(CursorModel Cursor, string Name)> All => _cursors;

    /// <summary>The expression that a method gets for its cursor.</summary>
    public string Read(CursorModel? cursor) => Name(cursor) is { } name ? $"Read{name}(pageToken)" : "Cursor(pageToken)";

    /// <summary>A call that returns a page, with its cursor turned into text.</summary>
    public string Page(string call, CursorModel? cursor) => Name(cursor) is { } name ? $"TokenAsync({call}, Write{name})" : call;

    string? Name(CursorModel? cursor) => _cursors.Find(known => known.Cursor.Type == cursor?.Type).Name;

    string Unused(string name)
    {
        var candidate = name;
        for (var i = 2; _cursors.Exists(known => known.Name == candidate); i++)
            candidate = name + Literals.Number(i);
        return candidate;
    }

    /// <summary>The last part of a type's name, with a capital: <c>global::Acme.@event</c> is <c>Event</c>.</summary>
    static string Simple(string type)
    {
        var name = new StringBuilder();
        foreach (var c in type.Substring(type.LastIndexOf('.') + 1).TrimStart('@'))
        {
            if (char.IsLetterOrDigit(c) || c == '_')
                name.Append(name.Length == 0 ? char.ToUpperInvariant(c) : c);
        }
        return name.ToString();
    }
}
