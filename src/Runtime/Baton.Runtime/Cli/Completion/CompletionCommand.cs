using Baton.CompilerServices;

namespace Baton.Cli.Completion;

/// <summary>Prints what a shell needs to complete the program's command line: a script made of the table of flags, which asks the program nothing.</summary>
static class CompletionCommand
{
    public const string Name = "completion";

    public const string Summary = "Print what a shell needs to complete command lines: bash, fish, powershell or zsh";

    static readonly string[] Shells = ["bash", "fish", "powershell", "zsh"];

    /// <summary>The command's own flags.</summary>
    public static IReadOnlyList<Flag> Flags { get; } =
    [
        new(new ConfigFieldDefinition
        {
            Name = "no-descriptions",
            Kind = ConfigFieldKind.Bool,
            Default = "false",
            Description = "Leave the descriptions out, where the shell would show them",
        })
        {
            HasVariable = false,
        },
    ];

    /// <summary>The script for a shell; null when none is named.</summary>
    /// <exception cref="UsageException">There is none for that shell.</exception>
    public static string? Script(IReadOnlyList<string> shells, bool withDescriptions, IReadOnlyList<CommandDefinition> commands)
    {
        if (shells is [])
            return null;
        var words = CompletionWords.Of(commands, Shells, withDescriptions);
        return shells switch
        {
            ["bash"] => BashCompletion.Script(words),
            ["fish"] => FishCompletion.Script(words),
            ["powershell"] => PowerShellCompletion.Script(words),
            ["zsh"] => ZshCompletion.Script(words),
            _ => throw new UsageException(
                $"unknown command {Quoted.Of(string.Join(' ', shells))} for {Quoted.Of($"{commands[0].Path} {Name}")}: there are {string.Join(", ", Shells)}"),
        };
    }
}
