using System.Globalization;
using System.Text;

namespace Baton.C1Z;

/// <summary>Writes JSON as Go's standard encoder does, so that equal counts give equal text.</summary>
sealed class GoJson
{
    readonly StringBuilder _text = new();
    bool _needsComma;

    public void BeginObject()
    {
        _text.Append('{');
        _needsComma = false;
    }

    public void EndObject()
    {
        _text.Append('}');
        _needsComma = true;
    }

    /// <summary>A member of an object; zero is left out.</summary>
    public void Number(string name, long value)
    {
        if (value == 0)
            return;
        Name(name);
        Value(value);
    }

    /// <summary>A value inside a map.</summary>
    public void Value(long value)
    {
        _text.Append(CultureInfo.InvariantCulture, $"{value}");
        _needsComma = true;
    }

    /// <summary>A member that holds a map, sorted by key; an empty one is left out.</summary>
    public void Map<T>(string name, IReadOnlyDictionary<string, T> map, Action<T> write)
    {
        if (map.Count == 0)
            return;
        Name(name);
        BeginObject();
        foreach (var (key, value) in map.OrderBy(entry => entry.Key, Utf8Order.Instance))
        {
            Name(key);
            write(value);
        }
        EndObject();
    }

    public override string ToString() => _text.ToString();

    void Name(string name)
    {
        if (_needsComma)
            _text.Append(',');
        _text.Append('"');
        foreach (var c in name)
            Append(c);
        _text.Append("\":");
    }

    void Append(char c)
    {
        switch (c)
        {
            case '"' or '\\':
                _text.Append('\\').Append(c);
                break;
            case '\b':
                _text.Append("\\b");
                break;
            case '\f':
                _text.Append("\\f");
                break;
            case '\n':
                _text.Append("\\n");
                break;
            case '\r':
                _text.Append("\\r");
                break;
            case '\t':
                _text.Append("\\t");
                break;
            case < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029':
                _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                break;
            default:
                _text.Append(c);
                break;
        }
    }
}
