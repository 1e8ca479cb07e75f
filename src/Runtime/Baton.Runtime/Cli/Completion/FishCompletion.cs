using System.Text;

namespace Baton.Cli.Completion;

/// <summary>Completion for fish.</summary>
static class FishCompletion
{
    public static string Script(CompletionWords words)
    {
        var text = new StringBuilder($"""
            # fish completion for {words.Program}
            # for this session:  {words.Program} completion fish | source
            # for all of them:   {words.Program} completion fish > ~/.config/fish/completions/{words.Program}.fish

            complete -c {words.Program} -e
            complete -c {words.Program} -f

            """);
        var subCommands = string.Join(' ', words.SubCommands.Select(static c => c.Name));
        foreach (var command in words.Commands)
        {
            var condition = command.Name.Length == 0 ? $"not __fish_seen_subcommand_from {subCommands}" : $"__fish_seen_subcommand_from {command.Name}";
            var start = $"complete -c {words.Program} -n '{condition}'";
            if (command.Name.Length == 0)
            {
                foreach (var sub in words.SubCommands)
                    text.Append($"{start} -a {sub.Name}{Description(sub.Description)}\n");
            }
            foreach (var argument in command.Arguments)
                text.Append($"{start} -a {argument}\n");
            foreach (var flag in command.Flags)
                text.Append($"{start}{Flag(flag)}\n");
        }
        return text.ToString();
    }

    static string Flag(CompletionFlag flag)
    {
        var shortHand = flag.ShortHand == '\0' ? "" : $" -s {flag.ShortHand}";
        var value = flag switch
        {
            { IsSwitch: true } => "",
            { TakesPath: true } => " -r -F",
            { Values.Count: > 0 } => $" -x -a '{string.Join(' ', flag.Values)}'",
            _ => " -x",
        };
        return $" -l {flag.Name}{shortHand}{value}{Description(flag.Description)}";
    }

    static string Description(string text) => text.Length == 0
        ? ""
        : $" -d '{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
