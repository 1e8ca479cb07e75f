using System.Net;
using System.Net.Sockets;
using Baton;
using BatonUnix.Files;

namespace BatonUnix.Sudo;

/// <summary>
/// Reads the statements of a sudoers file (sudoers(5), "SUDOERS FILE FORMAT"). Like sudo it goes on after a statement that it cannot
/// understand, and says which line that was.
/// </summary>
sealed class SudoersParser(TextFile file, ISyncWarnings warnings)
{
    const string NameEnds = ",=:!()";

    static readonly (string Word, AliasKind Kind)[] AliasWords =
    [
        ("User_Alias", AliasKind.User), ("Runas_Alias", AliasKind.RunAs), ("Host_Alias", AliasKind.Host),
        ("Cmnd_Alias", AliasKind.Command), ("Cmd_Alias", AliasKind.Command),
    ];

    readonly SudoersScanner _scanner = new(file.Text);

    /// <summary>The statements in their order; <c>Defaults</c> are read past.</summary>
    public IReadOnlyList<SudoersStatement> Parse()
    {
        var statements = new List<SudoersStatement>();
        while (!_scanner.AtEndOfFile)
        {
            try
            {
                Statement(statements);
            }
            catch (SudoersSyntaxException failure)
            {
                warnings.Add($"{file.At(failure.Line)}: {failure.Message}: the statement is not in the result.");
            }
            _scanner.SkipStatement();
        }
        return statements;
    }

    void Statement(List<SudoersStatement> statements)
    {
        _scanner.SkipBlanks();
        var line = _scanner.Line;
        if (TryInclude(line, statements) || _scanner.AtEnd || _scanner.AcceptWord("Defaults", static c => IsBlank(c) || c is ':' or '@' or '!' or '>'))
            return;
        foreach (var (word, kind) in AliasWords)
        {
            if (_scanner.AcceptWord(word, IsBlank))
            {
                Aliases(line, kind, statements);
                return;
            }
        }
        var users = List(User, "user");
        var privileges = new List<Privilege>();
        do
            privileges.Add(Privilege());
        while (_scanner.Accept(':'));
        End();
        statements.Add(new UserSpec(line, users, privileges));
    }

    bool TryInclude(int line, List<SudoersStatement> statements)
    {
        foreach (var word in (string[])["@includedir", "#includedir", "@include", "#include"])
        {
            if (!_scanner.AcceptWord(word, IsBlank))
                continue;
            _scanner.SkipBlanks();
            var path = _scanner.Name("");
            if (path.Length == 0)
                throw _scanner.Expected("path");
            End();
            statements.Add(new Include(line, path, word.EndsWith("dir", StringComparison.Ordinal)));
            return true;
        }
        return false;
    }

    void Aliases(int line, AliasKind kind, List<SudoersStatement> statements)
    {
        do
        {
            _scanner.SkipBlanks();
            var name = _scanner.PeekName().Name;
            if (!AliasTable.IsName(name) || !_scanner.AcceptWord(name, static c => IsBlank(c) || c == '='))
                throw _scanner.Expected("alias name in capital letters");
            if (!_scanner.Accept('='))
                throw _scanner.Expected("'='");
            var items = kind switch
            {
                AliasKind.Command => new CommandParser(_scanner).Items(),
                AliasKind.Host => List(Host, "host"),
                _ => List(User, "user"),
            };
            statements.Add(new AliasDefinition(line, kind, name, items));
        }
        while (_scanner.Accept(':'));
        End();
    }

    Privilege Privilege()
    {
        var hosts = List(Host, "host list");
        if (!_scanner.Accept('='))
            throw _scanner.Expected("'=' after the hosts");
        var commands = new CommandParser(_scanner);
        var specs = new List<CommandSpec>();
        do
        {
            if (_scanner.Accept('('))
                commands.RunAs = RunAs();
            specs.Add(commands.Spec());
        }
        while (_scanner.Accept(','));
        return new(hosts, specs);
    }

    RunAs RunAs()
    {
        var users = _scanner.Current is ')' or ':' ? [] : List(User, "target user");
        var groups = _scanner.Accept(':') && (users.Count > 0 || _scanner.Current != ')') ? List(User, "target group") : [];
        return _scanner.Accept(')') ? new(users, groups) : throw _scanner.Expected("')'");
    }

    List<ListItem> List(Func<string> read, string what)
    {
        var items = new List<ListItem>();
        do
        {
            _scanner.SkipBlanks();
            var negated = _scanner.AcceptNegation();
            var name = _scanner.AtEnd || _scanner.Current == '/' ? "" : read();
            if (name.Length == 0)
                throw _scanner.Expected(what);
            items.Add(new(name, negated));
        }
        while (_scanner.Accept(','));
        return items;
    }

    string User() => _scanner.Name(NameEnds);

    string Host()
    {
        var address = _scanner.PeekRun(static c => char.IsAsciiHexDigit(c) || c is ':' or '.');
        return IPAddress.TryParse(address, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6 && _scanner.AcceptWord(address, static _ => true)
            ? address + _scanner.Name(NameEnds)
            : _scanner.Name(NameEnds);
    }

    void End()
    {
        _scanner.SkipBlanks();
        if (!_scanner.AtEnd)
            throw _scanner.Expected("end of the line");
    }

    static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\\' or '\0';
}
