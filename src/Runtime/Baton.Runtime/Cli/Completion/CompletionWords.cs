using Baton.CompilerServices;

namespace Baton.Cli.Completion;

/// <summary>What can be completed, whatever the shell.</summary>
/// <param name="Program">Name of the program.</param>
/// <param name="Commands">The program itself, with an empty name, and its sub-commands.</param>
sealed record CompletionWords(string Program, IReadOnlyList<CompletionCommandWords> Commands)
{
    /// <summary>The sub-commands.</summary>
    public IEnumerable<CompletionCommandWords> SubCommands => Commands.Where(static c => c.Name.Length > 0);

    /// <summary>The program's name where only letters, digits and underscores may be.</summary>
    public string Function => string.Concat(Program.Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    public static CompletionWords Of(IReadOnlyList<CommandDefinition> commands, IReadOnlyList<string> shells, bool withDescriptions)
    {
        var visible = commands.Where(static c => !c.Hidden).ToList();
        return new(commands[0].Path, [.. visible.Select(c => new CompletionCommandWords(
            c.Name,
            withDescriptions ? Line(c.Summary) : "",
            c.Name switch
            {
                CompletionCommand.Name => shells,
                "help" => [.. visible.Where(static v => !v.IsRoot).Select(static v => v.Name)],
                _ => [],
            },
            [.. c.Flags.Where(static f => !f.Field.Hidden && IsPlain(f.Name)).Select(f => FlagWords(f, withDescriptions))]))]);
    }

    static CompletionFlag FlagWords(Flag flag, bool withDescriptions) => new(
        flag.Name,
        flag.Field.ShortHand,
        withDescriptions ? Line(flag.Field.Description ?? "") : "",
        flag.IsSwitch,
        TakesPath(flag),
        flag.Field.Secret ? [] : [.. Values(flag).Where(IsPlain)]);

    static IEnumerable<string> Values(Flag flag) => flag.Name switch
    {
        "log-level" => ["debug", "info", "warn", "error"],
        "log-format" => ["console", "json"],
        "storage-engine" => ["sqlite", "pebble"],
        _ => flag.Field.Allowed,
    };

    static bool TakesPath(Flag flag) => flag.Name is "file" or "log-path" or "external-resource-c1z" || flag.Kind == ConfigFieldKind.File;

    /// <summary>Scripts are executed: nothing that means something to a shell may get into a list of words.</summary>
    static bool IsPlain(string word) =>
        word.Length > 0 && word.All(static c => char.IsAsciiLetterOrDigit(c) || "._:/@+-,".Contains(c, StringComparison.Ordinal));

    // One line, without control characters.
    static string Line(string text) => string.Concat(TerminalText.Line(text).Where(static c => !char.IsControl(c)));
}

/// <summary>A command: what it is called, what may follow it, and its flags.</summary>
sealed record CompletionCommandWords(string Name, string Description, IReadOnlyList<string> Arguments, IReadOnlyList<CompletionFlag> Flags);

/// <summary>A flag, and what is known about its values.</summary>
sealed record CompletionFlag(string Name, char ShortHand, string Description, bool IsSwitch, bool TakesPath, IReadOnlyList<string> Values)
{
    /// <summary>The forms in which it is written.</summary>
    public IEnumerable<string> Forms => ShortHand == '\0' ? [$"--{Name}"] : [$"--{Name}", $"-{ShortHand}"];
}
