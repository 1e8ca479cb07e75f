using System.Text;
using Baton.CompilerServices;

namespace Baton.Cli;

/// <summary>Writes what <c>--help</c> prints, in the layout of the Go connectors.</summary>
static class HelpText
{
    const int NameColumn = 11;

    public static string Of(CommandDefinition command, IReadOnlyList<CommandDefinition> commands)
    {
        var text = new StringBuilder();
        if (command.Summary.Length > 0)
            text.Append(command.Summary).Append("\n\n");
        text.Append("Usage:\n  ").Append(command.Path).Append(' ').Append(command.Usage).Append('\n');
        if (!command.IsRoot)
        {
            Section(text, "Flags", command.Flags.Where(static f => !f.Global));
            Section(text, "Global Flags", command.Flags.Where(static f => f.Global));
            return text.ToString();
        }
        text.Append("  ").Append(command.Path).Append(" [command]\n\nAvailable Commands:\n");
        var visible = commands.Where(static c => !c.Hidden && !c.IsRoot).OrderBy(static c => c.Name, StringComparer.Ordinal).ToList();
        var width = visible.Max(static c => Math.Max(c.Name.Length, NameColumn));
        foreach (var sub in visible)
            text.Append("  ").Append(sub.Name.PadRight(width)).Append(' ').Append(sub.Summary).Append('\n');
        Section(text, "Flags", command.Flags);
        text.Append("\nUse \"").Append(command.Path).Append(" [command] --help\" for more information about a command.\n");
        return text.ToString();
    }

    static void Section(StringBuilder text, string title, IEnumerable<Flag> flags)
    {
        var lines = flags.Where(static f => !f.Field.Hidden)
            .OrderBy(static f => f.Name, StringComparer.Ordinal)
            .Select(static f => (Left: Left(f), Right: Right(f)))
            .ToList();
        if (lines.Count == 0)
            return;
        text.Append('\n').Append(title).Append(":\n");
        var width = lines.Max(static l => l.Left.Length);
        foreach (var (left, right) in lines)
            text.Append(left.PadRight(width)).Append("   ").Append(right).Append('\n');
    }

    static string Left(Flag flag)
    {
        var shortHand = flag.Field.ShortHand == '\0' ? "    " : $"-{flag.Field.ShortHand}, ";
        var type = flag.Kind switch
        {
            ConfigFieldKind.Bool => "",
            ConfigFieldKind.Int or ConfigFieldKind.Long => " int",
            ConfigFieldKind.StringList => " strings",
            ConfigFieldKind.StringMap => " stringToString",
            _ => " string",
        };
        return $"  {shortHand}--{flag.Name}{type}";
    }

    static string Right(Flag flag)
    {
        var text = new StringBuilder();
        if (flag.Field.Required)
            text.Append("required: ");
        text.Append(TerminalText.Line(flag.Field.Description ?? ""));
        if (flag.Missing is not null)
            text.Append(" (not supported by this version)");
        if (flag.HasVariable)
            text.Append(" ($").Append(flag.Variable).Append(')');
        if (flag.Field is { Secret: false, Default: { Length: > 0 } value } && value is not ("false" or "0"))
        {
            var shown = flag.Kind switch
            {
                ConfigFieldKind.StringList => $"[{TerminalText.Line(value)}]",
                ConfigFieldKind.String or ConfigFieldKind.Uri => Quoted.Of(value),
                _ => value,
            };
            text.Append(" (default ").Append(shown).Append(')');
        }
        return text.ToString().Trim();
    }
}
