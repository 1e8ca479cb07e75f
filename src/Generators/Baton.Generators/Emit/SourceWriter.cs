using System.Text;

namespace Baton.Generators.Emit;

/// <summary>
/// Writes indented text line by line. Whatever is written, the result has <c>\n</c> only, no trailing white space, no blank line
/// beside a brace, never two blank lines, and one line end at the end.
/// </summary>
sealed class SourceWriter(int indentSize = 4)
{
    readonly StringBuilder _text = new();
    int _depth;
    bool _blankWanted;
    bool _afterOpening = true;

    /// <summary>Asks for a blank line before the next line; nothing right behind an opening brace or before a closing one.</summary>
    public void Blank() => _blankWanted = true;

    /// <summary>Writes one or more lines at the present depth.</summary>
    public void Line(string lines)
    {
        if (_blankWanted && !_afterOpening)
            _text.Append('\n');
        (_blankWanted, _afterOpening) = (false, false);
        foreach (var line in lines.Split('\n'))
            Put(line.TrimEnd());
    }

    /// <summary>Writes a header and an opening brace or bracket; what follows is indented.</summary>
    public void Open(string header, string brace = "{")
    {
        Line(header);
        Line(brace);
        Enter();
    }

    /// <summary>Writes an opening brace; what follows is indented.</summary>
    public void Open()
    {
        Line("{");
        Enter();
    }

    /// <summary>Writes the closing brace.</summary>
    public void Close(string brace = "}")
    {
        _depth--;
        (_blankWanted, _afterOpening) = (false, false);
        Put(brace);
    }

    /// <summary>Indents what follows, for the continuation of a statement.</summary>
    public void Indent() => _depth++;

    /// <summary>Ends what <see cref="Indent"/> began.</summary>
    public void Unindent() => _depth--;

    public override string ToString() => _text.ToString();

    void Enter()
    {
        _depth++;
        _afterOpening = true;
    }

    void Put(string line)
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * indentSize).Append(line);
        _text.Append('\n');
    }
}
