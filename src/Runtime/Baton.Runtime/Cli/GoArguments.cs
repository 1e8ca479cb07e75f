using Baton.Config;

namespace Baton.Cli;

/// <summary>Reads arguments by the rules of the Go connectors (those of pflag and Cobra).</summary>
sealed class GoArguments
{
    readonly CommandDefinition _command;
    readonly Queue<string> _rest;
    readonly Dictionary<string, List<string>> _flags = new(StringComparer.Ordinal);
    readonly List<string> _words = [];

    GoArguments(CommandDefinition command, IEnumerable<string> args)
    {
        _command = command;
        _rest = new Queue<string>(args);
    }

    /// <summary>Reads the arguments.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="commands">The program, then its sub-commands.</param>
    /// <exception cref="UsageException">There is no such command or flag, or a flag lacks its value.</exception>
    public static Invocation Read(IReadOnlyList<string> args, IReadOnlyList<CommandDefinition> commands)
    {
        var root = commands[0];
        var word = FirstWord(args, root) ?? "";
        var command = commands.FirstOrDefault(c => c.Name == word) ?? throw new UsageException(
            $"unknown command {Quoted.Of(word)} for {Quoted.Of(root.Path)}" +
            Suggestions.Block(word, commands.Where(static c => !c.Hidden && !c.IsRoot).Select(static c => c.Name)));
        var reader = new GoArguments(command, args);
        reader.Read();
        var values = reader._flags.ToDictionary(
            static f => f.Key, static f => new RawValue(f.Value, "--" + f.Key, RawKind.Flag), StringComparer.Ordinal);
        return new(command, values, reader._words);
    }

    /// <summary>The first argument that is neither a flag nor the value of one.</summary>
    static string? FirstWord(IReadOnlyList<string> args, CommandDefinition root)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var arg = args[i];
            if (arg == "--")
                return null;
            if (!arg.StartsWith('-'))
            {
                if (arg.Length > 0)
                    return arg;
            }
            else if (TakesNext(arg, root))
            {
                i++;
            }
        }
        return null;
    }

    static bool TakesNext(string arg, CommandDefinition root)
    {
        if (arg.Contains('=', StringComparison.Ordinal))
            return false;
        var flag = arg.StartsWith("--", StringComparison.Ordinal) ? root.Find(arg[2..]) : arg.Length == 2 ? root.Find(arg[1]) : null;
        return flag is null ? arg.StartsWith("--", StringComparison.Ordinal) || arg.Length == 2 : !flag.IsSwitch;
    }

    void Read()
    {
        var skipsCommand = !_command.IsRoot;
        while (_rest.TryDequeue(out var arg))
        {
            if (arg == "--")
            {
                _words.AddRange(_rest);
                break;
            }
            if (arg.StartsWith("--", StringComparison.Ordinal))
                ReadLong(arg);
            else if (arg.Length > 1 && arg[0] == '-')
                ReadShort(arg);
            else if (skipsCommand && arg == _command.Name)
                skipsCommand = false;
            else if (arg.Length > 0)
                _words.Add(arg);
        }
        if (!_command.TakesArguments && _words is [var word, ..])
            throw new UsageException($"unknown command {Quoted.Of(word)} for {Quoted.Of(_command.Path)}");
    }

    void ReadLong(string arg)
    {
        var body = arg[2..];
        if (body[0] is '-' or '=')
            throw new UsageException($"bad flag syntax: {WithoutValue(arg)}");
        var (name, value) = body.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? (body[..equals], body[(equals + 1)..]) : (body, null);
        var flag = _command.Find(name) ?? throw new UsageException(
            $"unknown flag: --{name}{Suggestions.Block(name, _command.Flags.Where(static f => !f.Field.Hidden).Select(static f => f.Name), "--")}");
        value ??= flag.IsSwitch ? "true" : NextValue($"--{name}");
        Add(flag, value);
    }

    /// <summary>Reads <c>-f value</c>, <c>-fvalue</c>, <c>-f=value</c>, and switches joined in front of them.</summary>
    void ReadShort(string arg)
    {
        for (var i = 1; i < arg.Length; i++)
        {
            var flag = _command.Find(arg[i]) ?? throw new UsageException($"unknown shorthand flag: '{arg[i]}' in {WithoutValue(arg)}");
            if (i + 2 < arg.Length && arg[i + 1] == '=')
            {
                Add(flag, arg[(i + 2)..]);
                return;
            }
            if (!flag.IsSwitch)
            {
                Add(flag, i + 1 < arg.Length ? arg[(i + 1)..] : NextValue($"'{arg[i]}' in {arg}"));
                return;
            }
            Add(flag, "true");
        }
    }

    // It may be a secret, behind a misspelt flag.
    static string WithoutValue(string arg) => arg.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals ? $"{arg[..equals]}=…" : arg;

    string NextValue(string flag) =>
        _rest.TryDequeue(out var value) ? value : throw new UsageException($"flag needs an argument: {flag}");

    void Add(Flag flag, string value)
    {
        if (!_flags.TryGetValue(flag.Name, out var values))
            _flags.Add(flag.Name, values = []);
        values.Add(value);
    }
}
