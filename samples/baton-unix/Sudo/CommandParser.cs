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
        var negated = false;
        while (scanner.Accept('!'))
            negated = !negated;
        return new(new(Command(), negated), RunAs, _tags, _options);
    }

    /// <summary>Reads a command: a path with or without arguments, <c>ALL</c>, an alias, <c>sudoedit</c> or <c>list</c>; a digest may stand in front.</summary>
    public string Command()
    {
        var digests = Digests();
        if (scanner.AtEnd)
            throw scanner.Expected("command");
        var name = scanner.PeekName().Name;
        if (name.Length > 0)
        {
            scanner.AcceptWord(name, static _ => true);
            return digests + name;
        }
        if (scanner.Current is not ('/' or '^') && scanner.PeekRun(char.IsAsciiLetterLower) is not ("sudoedit" or "list"))
            throw scanner.Expected("full path of a command, alias, sudoedit or ALL");
        return digests + OneBlank(scanner.Until(new Ends().Reached, ",:=#"));
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

    /// <summary>Finds the end of a command, which is not inside a regular expression (<c>^…$</c>).</summary>
    sealed class Ends
    {
        char _previous = ' ';
        bool _regex;

        public bool Reached(char c)
        {
            if (!_regex)
                _regex = c == '^' && _previous is ' ' or '\t';
            else if (c == '$')
                _regex = false;
            _previous = c;
            return !_regex && c is ',' or ':' or '=' or '#';
        }
    }
}
