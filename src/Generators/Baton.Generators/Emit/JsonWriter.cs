using System.Globalization;
using System.Text;

namespace Baton.Generators.Emit;

/// <summary>Writes JSON in the layout of Go's protojson with an indent of two: one member a line, empty containers closed at once.</summary>
sealed class JsonWriter
{
    readonly StringBuilder _text = new();
    int _depth;
    bool _empty = true;

    public void BeginObject(string? name = null) => Begin(name, '{');

    public void EndObject() => End('}');

    public void BeginArray(string name) => Begin(name, '[');

    public void EndArray() => End(']');

    /// <summary>A text; null and empty are defaults and left out.</summary>
    public void String(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            Member(name, Quote(value!));
    }

    /// <summary>A truth value; false is the default and left out.</summary>
    public void True(string name, bool value)
    {
        if (value)
            Member(name, "true");
    }

    /// <summary>A text that is there even if it is empty.</summary>
    public void Text(string name, string value) => Member(name, Quote(value));

    /// <summary>A truth value that is there even if it is false.</summary>
    public void Truth(string name, bool value) => Member(name, value ? "true" : "false");

    /// <summary>A number; zero is the default and left out.</summary>
    public void Number(string name, int value)
    {
        if (value != 0)
            Member(name, value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A text in an array.</summary>
    public void Item(string value) => Member(null, Quote(value));

    public override string ToString() => _text.ToString();

    void Begin(string? name, char brace)
    {
        Member(name, brace.ToString());
        _depth++;
        _empty = true;
    }

    void End(char brace)
    {
        _depth--;
        if (!_empty)
            NewLine();
        _text.Append(brace);
        _empty = false;
    }

    void Member(string? name, string value)
    {
        if (!_empty)
            _text.Append(',');
        if (_depth > 0)
            NewLine();
        if (name is not null)
            _text.Append(Quote(name)).Append(": ");
        _text.Append(value);
        _empty = false;
    }

    void NewLine() => _text.Append('\n').Append(' ', _depth * 2);

    static string Quote(string value)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogatePair(value, i))
                quoted.Append(value[i]).Append(value[++i]);
            else
                quoted.Append(Escape(value[i]));
        }
        return quoted.Append('"').ToString();
    }

    static string Escape(char value) => value switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        // The last three would end a line of the C# literal that holds the document.
        < ' ' or '\u0085' or '\u2028' or '\u2029' => "\\u" + ((int)value).ToString("x4", CultureInfo.InvariantCulture),
        // UTF-8 has no lone surrogates.
        _ when char.IsSurrogate(value) => "\uFFFD",
        _ => value.ToString(),
    };
}
