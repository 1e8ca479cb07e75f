using System.Text;

namespace BatonUnix.Sudo;

/// <summary>Reads the commands of one privilege. What is said in front of a command holds for those after it, too.</summary>
sealed class CommandParser(SudoersScanner scanner)
{
    static readonly HashSet<string> TagNames = new(StringComparer.Ordinal)
    {
        "EXEC", "FOLLOW", "INTERCEPT", "LOG_INPUT", "LOG_OUTPUT", "MAIL", "PASSWD", "SETENV",
    };

    static readonly HashSet<string> OptionNames = new(StringComparer.Ordinal)
    {
        "APPARMOR_PROFILE", "CHROOT", "CWD", "LIMITPRIVS", "NOTAFTER", "NOTBEFORE", "PRIVS", "ROLE", "TIMEOUT", "TYPE",
    };

    IReadOnlyList<string> _tags = [], _options = [];

    /// <summary>As whom the next commands run.</summary>
    public RunAs? RunAs { get; set; }

    /// <summary>Reads options, tags and a command.</summary>
    public CommandSpec Spec()
    {
        scanner.SkipBlanks();
        for (; ; )
        {
            var (name, next) = scanner.PeekName();
            if (next == '=' && OptionNames.Contains(name))
                Option(name);
            else if (next == ':' && TagNames.Contains(Family(name)))
                Tag(name);
            else
                break;
        }
        return new(Item(), RunAs, _tags, _options);
    }

    /// <summary>Reads the commands of an alias.</summary>
    public IReadOnlyList<ListItem> Items()
    {
        var items = new List<ListItem>();
        do
            items.Add(Item());
        while (scanner.Accept(','));
        return items;
    }

    // A path with or without arguments, ALL, an alias, sudoedit or list; digests may stand in front.
    ListItem Item()
    {
        scanner.SkipBlanks();
        var digests = Digests();
        var negated = scanner.AcceptNegation();
        if (scanner.AtEnd)
            throw scanner.Expected("command");
        return new(digests + Command(), negated);
    }

    string Command()
    {
        var name = scanner.PeekName().Name;
        if (name.Length > 0)
        {
            scanner.AcceptWord(name, static _ => true);
            return name;
        }
        if (scanner.Current is not ('/' or '^') && scanner.PeekRun(char.IsAsciiLetterLower) is not ("sudoedit" or "list"))
            throw scanner.Expected("full path of a command, alias, sudoedit or ALL");
        var state = new State();
        return OneBlank(scanner.Until(state.Ends, ",:=#", state.MayEscape));
    }

    void Option(string name)
    {
        scanner.AcceptWord(name, static _ => true);
        scanner.Accept('=');
        var value = scanner.Name(",:!()");
        if (value.Length == 0)
            throw scanner.Expected($"value of {name}");
        scanner.SkipBlanks();
        _options = [.. _options.Where(o => !o.StartsWith(name + "=", StringComparison.Ordinal)), $"{name}={value}"];
    }

    void Tag(string name)
    {
        scanner.AcceptWord(name, static _ => true);
        scanner.Accept(':');
        _tags = [.. _tags.Where(t => Family(t) != Family(name)), name];
    }

    // sha256:… of the program's file; several are joined by commas.
    string Digests()
    {
        var digests = new StringBuilder();
        while (scanner.PeekRun(char.IsAsciiLetterOrDigit) is "sha224" or "sha256" or "sha384" or "sha512")
        {
            var digest = scanner.PeekRun(static c => char.IsAsciiLetterOrDigit(c) || c is ':' or '+' or '/' or '=');
            scanner.AcceptWord(digest, static _ => true);
            digests.Append(digest).Append(scanner.Accept(',') ? ", " : " ");
            scanner.SkipBlanks();
        }
        return digests.ToString();
    }

    static string Family(string tag) => tag.StartsWith("NO", StringComparison.Ordinal) ? tag[2..] : tag;

    static string OneBlank(string text) => string.Join(' ', text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Where in a command the reading is: in its path, in its arguments, or in a regular expression (<c>^…$</c>) of either.</summary>
    sealed class State
    {
        char _previous = ' ';
        bool _regex, _closed, _arguments;

        public bool Ends(char c)
        {
            var blank = c is ' ' or '\t';
            if (_regex)
                (_regex, _closed) = (c != '$', c == '$');
            else if (_closed && !blank)
                return true;
            else
                (_regex, _closed) = (c == '^' && _previous is ' ' or '\t', _closed && _arguments);
            _arguments |= blank;
            _previous = c;
            return !_regex && (c is ',' or ':' or '#' || (c == '"' && !_arguments));
        }

        public bool MayEscape(char c)
        {
            _previous = c;
            return _regex || ",:=\\ \t#*?[]!^".Contains(c, StringComparison.Ordinal);
        }
    }
}
