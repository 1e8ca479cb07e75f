using System.CommandLine;
using Baton.Config;

namespace Baton.Cli;

/// <summary>The program and its sub-commands, as System.CommandLine sees them.</summary>
sealed class CommandTree
{
    const int MaxOccurrences = 10_000;

    static readonly ParserConfiguration Plain = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    readonly IReadOnlyList<CommandDefinition> _commands;
    readonly RootCommand _tree = new();

    /// <param name="commands">The program, then its sub-commands.</param>
    public CommandTree(IReadOnlyList<CommandDefinition> commands)
    {
        _commands = commands;
        _tree.Options.Clear(); // help and version come from us, in the texts of the Go connectors
        _tree.Directives.Clear();
        Define(_tree, commands[0]);
        foreach (var command in commands.Skip(1))
        {
            var node = new Command(command.Name, command.Summary) { Hidden = command.Hidden };
            Define(node, command);
            _tree.Add(node);
        }
    }

    /// <summary>Parses the arguments and runs the command that they name.</summary>
    /// <exception cref="UsageException">The arguments are wrong.</exception>
    public async Task<int> InvokeAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var result = _tree.Parse(GoArguments.Rewrite(args, _commands), Plain);
        if (result.Errors is [var error, ..])
            throw new UsageException(error.Message);
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await result.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
    }

    static void Define(Command node, CommandDefinition command)
    {
        var words = new Argument<string[]>("arguments") { Arity = new ArgumentArity(0, command.TakesArguments ? MaxOccurrences : 0) };
        if (command.TakesArguments)
            node.Add(words);
        var options = command.Flags.Select(static f => (Flag: f, Option: new Option<string[]>("--" + f.Name)
        {
            Arity = new ArgumentArity(1, MaxOccurrences),
            Hidden = f.Field.Hidden,
        })).ToList();
        foreach (var (_, option) in options)
            node.Add(option);
        node.SetAction((result, cancellationToken) =>
        {
            var values = new Dictionary<string, RawValue>(StringComparer.Ordinal);
            foreach (var (flag, option) in options)
            {
                if (result.GetResult(option) is { Tokens: { Count: > 0 } tokens })
                    values.Add(flag.Name, new RawValue([.. tokens.Select(static t => t.Value)], "--" + flag.Name, RawKind.Flag));
            }
            var arguments = command.TakesArguments ? result.GetValue(words) ?? [] : [];
            return command.RunAsync(new Invocation(command, values, arguments), cancellationToken);
        });
    }
}
