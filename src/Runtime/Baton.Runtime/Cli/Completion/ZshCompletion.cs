using System.Text;

namespace Baton.Cli.Completion;

/// <summary>Completion for zsh.</summary>
static class ZshCompletion
{
    public static string Script(CompletionWords words)
    {
        var text = new StringBuilder($$"""
            #compdef {{words.Program}}
            # zsh completion for {{words.Program}}
            # for this session:  source <({{words.Program}} completion zsh)
            # for all of them:   {{words.Program}} completion zsh > "${fpath[1]}/_{{words.Program}}"

            _{{words.Function}}() {
                local command='' word
                for word in ${words[2,CURRENT-1]}; do
                    case $word in
                        ({{string.Join('|', words.SubCommands.Select(static c => c.Name))}}) command=$word; break ;;
                    esac
                done
                case $command in

            """);
        foreach (var command in words.Commands)
        {
            text.Append($"        ('{command.Name}') _arguments -s \\\n");
            foreach (var flag in command.Flags)
                text.Append($"            {Spec(flag)} \\\n");
            text.Append($"            {Arguments(words, command)} ;;\n");
        }
        return text.Append($$"""
                esac
            }

            if [[ ${funcstack[1]} == _{{words.Program}} ]]; then
                _{{words.Function}} "$@"
            else
                compdef _{{words.Function}} {{words.Program}}
            fi

            """).ToString();
    }

    static string Spec(CompletionFlag flag)
    {
        var value = flag switch
        {
            { IsSwitch: true } => "",
            { TakesPath: true } => ":path:_files",
            { Values.Count: > 0 } => $":value:({string.Join(' ', flag.Values)})",
            _ => ":value: ",
        };
        var description = flag.Description.Length == 0 ? "" : $"[{Escape(flag.Description)}]";
        var sign = flag.IsSwitch ? "" : "=";
        return flag.ShortHand == '\0'
            ? $"'--{flag.Name}{sign}{description}{value}'"
            : $"'(-{flag.ShortHand} --{flag.Name})'{{-{flag.ShortHand},--{flag.Name}{sign}}}'{description}{value}'";
    }

    static string Arguments(CompletionWords words, CompletionCommandWords command)
    {
        if (command.Name.Length > 0)
            return command.Arguments.Count == 0 ? "'*: :'" : $"'*:word:({string.Join(' ', command.Arguments)})'";
        return $"'1:command:(({string.Join(' ', words.SubCommands.Select(Command))}))'";
    }

    static string Command(CompletionCommandWords command) => command.Description.Length == 0
        ? command.Name
        : $"{command.Name}\\:\"{Escape(command.Description).Replace("\"", "", StringComparison.Ordinal)}\"";

    static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)
        .Replace(":", "\\:", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)
        .Replace("'", "'\\''", StringComparison.Ordinal);
}
