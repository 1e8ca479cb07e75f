using System.Globalization;
using System.Text;

namespace Baton.Generators.Baseline;

/// <summary>Reads JSON in the compiler, which has no reader of its own to offer. Comments and commas at the end are taken as they are.</summary>
sealed class JsonReader
{
    const int MaxDepth = 32;

    readonly string _text;
    int _at;

    JsonReader(string text) => _text = text;

    /// <exception cref="JsonFault">The text is no JSON document.</exception>
    public static JsonValue Read(string text)
    {
        var reader = new JsonReader(text);
        var value = reader.Value(0);
        return reader.Next() == '\0' ? value : throw reader.Fault("there is something behind the end of the document");
    }

    JsonValue Value(int depth)
    {
        if (depth > MaxDepth)
            throw Fault("it is nested too deeply");
        var first = Next();
        var start = _at;
        return first switch
        {
            '{' => new(start, null, Members(depth), null),
            '[' => new(start, null, null, Items(depth)),
            '"' => new(start, Quoted(), null, null) { IsText = true },
            _ => new(start, Word(), null, null),
        };
    }

    List<KeyValuePair<string, JsonValue>> Members(int depth)
    {
        var members = new List<KeyValuePair<string, JsonValue>>();
        _at++;
        while (Next() != '}')
        {
            if (Next() != '"')
                throw Fault("the name of a member is expected here, in quotation marks");
            var name = Quoted();
            Take(':', "a colon is expected here");
            members.Add(new(name, Value(depth + 1)));
            Separate('}');
        }
        _at++;
        return members;
    }

    List<JsonValue> Items(int depth)
    {
        var items = new List<JsonValue>();
        _at++;
        while (Next() != ']')
        {
            items.Add(Value(depth + 1));
            Separate(']');
        }
        _at++;
        return items;
    }

    void Separate(char end)
    {
        if (Next() != end)
            Take(',', $"a comma or '{end}' is expected here");
    }

    void Take(char expected, string otherwise)
    {
        if (Next() != expected)
            throw Fault(otherwise);
        _at++;
    }

    string Quoted()
    {
        var text = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] is not ('"' or '\n' or '\r'); _at++)
            text.Append(_text[_at] == '\\' ? Escaped() : _text[_at]);
        if (_at >= _text.Length || _text[_at] != '"')
            throw Fault("the text has no end");
        _at++;
        return text.ToString();
    }

    char Escaped()
    {
        var escape = ++_at < _text.Length ? _text[_at] : '\0';
        switch (escape)
        {
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case '"' or '\\' or '/': return escape;
            case 'u' when _at + 4 < _text.Length &&
                ushort.TryParse(_text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default: throw Fault("there is no such escape");
        }
    }

    string Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.'))
            _at++;
        return _at > start ? _text.Substring(start, _at - start) : throw Fault("a value is expected here");
    }

    /// <summary>The next character that is neither white space nor comment; NUL at the end.</summary>
    char Next()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || _text[_at] == '\uFEFF')
                _at++;
            else if (string.CompareOrdinal(_text, _at, "//", 0, 2) == 0)
                _at = _text.IndexOf('\n', _at) is var end and >= 0 ? end : _text.Length;
            else
                return _text[_at];
        }
        return '\0';
    }

    JsonFault Fault(string reason) => new(Math.Min(_at, _text.Length), reason);
}
