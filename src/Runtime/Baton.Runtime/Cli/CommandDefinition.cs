using Baton.Config;

namespace Baton.Cli;

/// <summary>The program itself (with an empty name), or one of its sub-commands.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Path">The program's name, and the command's.</param>
/// <param name="Summary">What it does, in a few words.</param>
/// <param name="Flags">All its flags, ordered by name.</param>
/// <param name="RunAsync">Does it, and returns the exit code.</param>
sealed record CommandDefinition(
    string Name, string Path, string Summary, IReadOnlyList<Flag> Flags, Func<Invocation, CancellationToken, Task<int>> RunAsync)
{
    /// <summary>Not listed by <c>--help</c>.</summary>
    public bool Hidden { get; init; }

    /// <summary>What follows the path in the usage line.</summary>
    public string Usage { get; init; } = "[flags]";

    /// <summary>Whether words may follow that are not flags.</summary>
    public bool TakesArguments { get; init; }

    public bool IsRoot => Name.Length == 0;

    public Flag? Find(string name) => Flags.FirstOrDefault(f => f.Name == name);

    public Flag? Find(char shortHand) => Flags.FirstOrDefault(f => f.Field.ShortHand == shortHand);
}

/// <summary>What the command line asks for.</summary>
/// <param name="Command">The command.</param>
/// <param name="Values">What was given for each flag.</param>
/// <param name="Arguments">The words that are not flags.</param>
sealed record Invocation(CommandDefinition Command, IReadOnlyDictionary<string, RawValue> Values, IReadOnlyList<string> Arguments);
