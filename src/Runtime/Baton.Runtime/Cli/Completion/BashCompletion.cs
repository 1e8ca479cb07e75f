using System.Text;

namespace Baton.Cli.Completion;

/// <summary>Completion for bash; it needs nothing but bash, and has no place for descriptions.</summary>
static class BashCompletion
{
    public static string Script(CompletionWords words)
    {
        var all = words.Commands.SelectMany(static c => c.Flags).DistinctBy(static f => f.Name).ToList();
        var text = new StringBuilder();
        text.Append($$"""
            # bash completion for {{words.Program}}
            # for this session:  source <({{words.Program}} completion bash)
            # for all of them:   {{words.Program}} completion bash > /etc/bash_completion.d/{{words.Program}}

            _{{words.Function}}() {
                local cur=${COMP_WORDS[COMP_CWORD]} flag=${COMP_WORDS[COMP_CWORD-1]} command='' i
                # bash takes --flag=value for three words
                if [[ $cur == '=' ]]; then
                    cur=''
                elif [[ $flag == '=' ]]; then
                    flag=${COMP_WORDS[COMP_CWORD-2]}
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case ${COMP_WORDS[i]} in
                        {{string.Join('|', words.SubCommands.Select(static c => c.Name))}}) command=${COMP_WORDS[i]}; break ;;
                        {{string.Join('|', all.Where(static f => !f.IsSwitch).SelectMany(static f => f.Forms))}})
                            if [[ ${COMP_WORDS[i+1]} == '=' ]]; then ((i += 2)); else ((i += 1)); fi ;;
                    esac
                done
                case $flag in

            """);
        foreach (var flag in all.Where(static f => f.Values.Count > 0))
            text.Append($"        {Pattern(flag)}) COMPREPLY=($(compgen -W '{string.Join(' ', flag.Values)}' -- \"$cur\")); return ;;\n");
        var paths = Pattern([.. all.Where(static f => f.TakesPath)]);
        text.Append($"        {paths}) compopt -o filenames 2> /dev/null; COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n");
        text.Append($"        {Pattern([.. all.Where(IsUnknown)])}) COMPREPLY=(); return ;;\n");
        text.Append("""
                esac
                local flags='' words=''
                case $command in

            """);
        foreach (var command in words.Commands)
        {
            var arguments = command.Name.Length == 0 ? words.SubCommands.Select(static c => c.Name) : command.Arguments;
            var flags = string.Join(' ', command.Flags.Select(static f => $"--{f.Name}"));
            text.Append($"        '{command.Name}') flags='{flags}'; words='{string.Join(' ', arguments)}' ;;\n");
        }
        text.Append($$"""
                esac
                if [[ $cur == -* ]]; then words=$flags; fi
                COMPREPLY=($(compgen -W "$words" -- "$cur"))
            }

            complete -F _{{words.Function}} {{words.Program}}

            """);
        return text.ToString();
    }

    static bool IsUnknown(CompletionFlag flag) => flag is { IsSwitch: false, TakesPath: false, Values.Count: 0 };

    static string Pattern(params CompletionFlag[] flags) => string.Join('|', flags.SelectMany(static f => f.Forms));
}
