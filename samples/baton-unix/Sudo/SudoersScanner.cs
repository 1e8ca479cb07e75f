using System.Globalization;
using System.Text;

namespace BatonUnix.Sudo;

/// <summary>Walks through the characters of a sudoers file. A backslash before the end of a line joins it with the next one.</summary>
sealed class SudoersScanner(string text)
{
    int _at;

    /// <summary>Number of the line, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Whether the file ends here.</summary>
    public bool AtEndOfFile => _at >= text.Length;

    /// <summary>Whether the statement ends here: the line does, or a comment begins. <c>#</c> before a number is a uid.</summary>
    public bool AtEnd => AtEndOfFile || Current == '\n' || AtComment;

    /// <summary>The character here; NUL at the end of the file.</summary>
    public char Current => PeekAt(0);

    bool AtComment => Current == '#' && !char.IsAsciiDigit(PeekAt(1)) && !(PeekAt(1) == '-' && char.IsAsciiDigit(PeekAt(2)));

    /// <summary>Goes past blanks.</summary>
    public void SkipBlanks()
    {
        while (Current is ' ' or '\t' || AtContinuation)
            Step();
    }

    /// <summary>Goes past what is left of the statement, to the next line.</summary>
    public void SkipStatement()
    {
        var quoted = false;
        while (!AtEndOfFile && Current != '\n')
        {
            if (Current == '"')
                quoted = !quoted;
            if (AtComment && !quoted)
            {
                // A backslash at the end of a comment is part of it.
                while (!AtEndOfFile && Current != '\n')
                    _at++;
                break;
            }
            if (Current == '\\' && !AtContinuation && PeekAt(1) != '\0')
                _at++;
            Step();
        }
        Step();
    }

    /// <summary>Goes past a character, and blanks after it, when it is the one that is here.</summary>
    public bool Accept(char c)
    {
        SkipBlanks();
        if (AtEndOfFile || Current != c)
            return false;
        Step();
        SkipBlanks();
        return true;
    }

    /// <summary>Goes past <c>!</c>, and blanks after it; twice is as good as not at all.</summary>
    public bool AcceptNegation()
    {
        var marks = PeekRun(static c => c == '!');
        _at += marks.Length;
        SkipBlanks();
        return marks.Length % 2 == 1;
    }

    /// <summary>Goes past a word, when it is here and ends where it must.</summary>
    public bool AcceptWord(string word, Func<char, bool> end)
    {
        if (string.CompareOrdinal(text, _at, word, 0, word.Length) != 0 || !end(PeekAt(word.Length)))
            return false;
        _at += word.Length;
        return true;
    }

    /// <summary>The characters of a kind from here on; nothing is gone past.</summary>
    public string PeekRun(Func<char, bool> kind)
    {
        var end = _at;
        while (end < text.Length && kind(text[end]))
            end++;
        return text[_at..end];
    }

    /// <summary>The capital letters, digits and underscores from here on, and what follows them after blanks; nothing is gone past.</summary>
    public (string Name, char Next) PeekName()
    {
        var name = PeekRun(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
        var next = name.Length;
        while (PeekAt(next) is ' ' or '\t')
            next++;
        return (name, PeekAt(next));
    }

    /// <summary>Reads a name: quoted as a whole, or up to one of the characters that cannot be part of it without a backslash.</summary>
    public string Name(string ends)
    {
        var name = new StringBuilder();
        if (Current == '"')
            Quoted(name);
        else
        {
            while (!AtEndOfFile && Current is not ('\n' or ' ' or '\t' or '"') && !AtContinuation && !EndsName(name.ToString(), ends))
            {
                if (Current == '\\')
                    Escaped(name);
                else
                    name.Append(Take());
            }
        }
        return name.ToString() is "%" or "%:" or "+" ? throw Expected("name of a group") : name.ToString();
    }

    /// <summary>Reads up to a character for which <paramref name="end"/> holds, or the end of the line; continuations become blanks.</summary>
    /// <param name="end">Asked outside backslash pairs.</param>
    /// <param name="unescaped">The characters whose backslash is dropped.</param>
    /// <param name="escaped">Whether a backslash may stand before a character; where it may not, it ends what is read.</param>
    public string Until(Func<char, bool> end, string unescaped, Func<char, bool> escaped)
    {
        var read = new StringBuilder();
        while (!AtEndOfFile && Current != '\n')
        {
            if (AtContinuation)
            {
                SkipBlanks();
                read.Append(' ');
            }
            else if (Current == '\\' && escaped(PeekAt(1)))
            {
                var backslash = Take();
                if (!unescaped.Contains(Current, StringComparison.Ordinal))
                    read.Append(backslash);
                read.Append(Take());
            }
            else if (Current == '\\' || end(Current))
                break;
            else
                read.Append(Take());
        }
        return read.ToString();
    }

    /// <summary>The failure that something else should be here.</summary>
    public SudoersSyntaxException Expected(string what) =>
        new($"{what} expected, found {(AtEnd ? "the end of the line" : $"'{Current}'")}", Line);

    bool AtContinuation => ContinuationLength > 0;

    // A backslash, blanks that an editor may have left, and the line break.
    int ContinuationLength
    {
        get
        {
            if (Current != '\\')
                return 0;
            var length = 1;
            while (PeekAt(length) is ' ' or '\t')
                length++;
            return PeekAt(length) == '\n' ? length + 1 : 0;
        }
    }

    // %:name is a group of another directory, #1 a uid, %#1 and %:#1 are gids.
    bool EndsName(string name, string ends) => Current switch
    {
        '#' => name is not ("" or "%" or "%:") || !(char.IsAsciiDigit(PeekAt(1)) || PeekAt(1) == '-'),
        ':' when name is "%" => false,
        _ => ends.Contains(Current, StringComparison.Ordinal),
    };

    void Quoted(StringBuilder name)
    {
        _at++;
        while (Current != '"')
        {
            if (AtEndOfFile || Current == '\n')
                throw Expected("closing quote");
            if (AtContinuation)
                Step();
            else if (Current == '\\')
                Escaped(name);
            else
                name.Append(Take());
        }
        _at++;
    }

    // \x41 is a character by its number, \, and the like are the character itself.
    void Escaped(StringBuilder name)
    {
        _at++;
        if (AtEndOfFile)
            throw Expected("character after '\\'");
        if (Current == 'x' && byte.TryParse($"{PeekAt(1)}{PeekAt(2)}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            name.Append((char)number);
            _at += 3;
        }
        else
            name.Append(Take());
    }

    char Take() => text[_at++];

    char PeekAt(int offset) => _at + offset < text.Length ? text[_at + offset] : '\0';

    // Past one character, or past a backslash with its line break.
    void Step()
    {
        if (Current == '\n' || AtContinuation)
            Line++;
        if (!AtEndOfFile)
            _at += Math.Max(1, ContinuationLength);
    }
}
