using System.Text;

namespace Baton.Cli.Completion;

/// <summary>Completion for PowerShell.</summary>
static class PowerShellCompletion
{
    public static string Script(CompletionWords words)
    {
        var text = new StringBuilder($$"""
            # PowerShell completion for {{words.Program}}
            # for this session:  {{words.Program}} completion powershell | Out-String | Invoke-Expression
            # for all of them:   add that line to $PROFILE

            Register-ArgumentCompleter -Native -CommandName '{{words.Program}}' -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
                $command = @($words | Where-Object { $_ -cin @({{List(words.SubCommands.Select(static c => c.Name))}}) -and $_ -cne $wordToComplete })[0]
                $before = if ($wordToComplete) { $words[-2] } else { $words[-1] }
                $known = switch -CaseSensitive ("$before") {

            """);
        foreach (var flag in words.Commands.SelectMany(static c => c.Flags).DistinctBy(static f => f.Name).Where(static f => f.Values.Count > 0))
        {
            foreach (var form in flag.Forms)
                text.Append($"        '{form}' {{ {List(flag.Values)} }}\n");
        }
        text.Append("""
                }
                $found = if ($known) { $known | ForEach-Object { ,@($_, '') } } else { switch -CaseSensitive ("$command") {

            """);
        foreach (var command in words.Commands)
        {
            text.Append($"        '{command.Name}' {{\n");
            var arguments = command.Name.Length == 0
                ? words.SubCommands.Select(static c => (c.Name, c.Description))
                : command.Arguments.Select(static a => (Name: a, Description: ""));
            foreach (var (name, description) in arguments.Concat(command.Flags.Select(static f => (Name: $"--{f.Name}", f.Description))))
                text.Append($"            ,@({Quote(name)}, {Quote(description)})\n");
            text.Append("        }\n");
        }
        return text.Append("""
                } }
                $found | Where-Object { $_[0].StartsWith("$wordToComplete", [StringComparison]::Ordinal) } | ForEach-Object {
                    $tip = if ($_[1]) { $_[1] } else { $_[0] }
                    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $tip)
                }
            }

            """).ToString();
    }

    static string List(IEnumerable<string> words) => string.Join(", ", words.Select(Quote));

    static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
