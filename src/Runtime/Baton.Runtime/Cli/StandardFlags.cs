using Baton.CompilerServices;

namespace Baton.Cli;

/// <summary>Puts together which flags a command has.</summary>
static class StandardFlags
{
    public const string Help = "help";
    public const string Version = "version";

    /// <summary>The command's own flags, those that every command has, <c>--help</c>, and <c>--version</c> of the program.</summary>
    /// <param name="command">Name of the sub-command; null for the program.</param>
    /// <param name="program">Name of the program.</param>
    /// <param name="localFlags">The command's own flags.</param>
    /// <param name="onTerminal">Whether standard output is a terminal, which decides about the format of the log.</param>
    public static IReadOnlyList<Flag> For(string? command, string program, IReadOnlyList<Flag> localFlags, bool onTerminal)
    {
        var flags = new List<Flag>(localFlags.Where(static f => !f.Field.Shared));
        flags.AddRange(DefaultFlags.All.Select(f => f.Name == "log-format" ? WithDefault(f, onTerminal ? "console" : "json") : f));
        Add(flags, Help, 'h', $"help for {command ?? program}");
        if (command is null)
            Add(flags, Version, 'v', $"version for {program}");
        return [.. flags.OrderBy(static f => f.Name, StringComparer.Ordinal)];
    }

    static Flag WithDefault(Flag flag, string value) => flag with { Field = flag.Field with { Default = value } };

    static void Add(List<Flag> flags, string name, char shortHand, string description)
    {
        if (flags.Exists(f => f.Name == name))
            return; // the connector has a setting of that name, which wins as it does in Go
        flags.Add(new Flag(new ConfigFieldDefinition
        {
            Name = name,
            Kind = ConfigFieldKind.Bool,
            Default = "false",
            Description = description,
            ShortHand = flags.Exists(f => f.Field.ShortHand == shortHand) ? '\0' : shortHand,
        })
        {
            HasVariable = false,
        });
    }
}
