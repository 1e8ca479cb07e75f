using System.Text;
using Baton.Cli;
using Baton.CompilerServices;

namespace Baton.Config;

/// <summary>The connector's settings as a Markdown table, for its documentation.</summary>
static class SettingsTable
{
    public static string Of(ConnectorManifest manifest, IEnumerable<Flag> fields)
    {
        var text = new StringBuilder("| setting | environment | type | default | meaning |\n|---|---|---|---|---|\n");
        foreach (var flag in fields.Where(static f => !f.Field.Hidden))
        {
            var field = flag.Field;
            text.Append("| `--").Append(flag.Name).Append("` | `").Append(flag.Variable).Append("` | ").Append(Type(flag)).Append(" | ");
            if (field is { Secret: false, Default.Length: > 0 })
                text.Append('`').Append(Cell(field.Default)).Append('`');
            text.Append(" | ").Append(Cell(Meaning(flag))).Append(" |\n");
        }
        foreach (var relation in manifest.ConfigRelations)
            text.Append('\n').Append(Sentence(relation)).Append('\n');
        foreach (var group in manifest.ConfigGroups)
        {
            text.Append("\n`--auth-method ").Append(group.Name).Append('`').Append(group.IsDefault ? " (default)" : "").Append(": ")
                .Append(group.HelpText.Length > 0 ? Cell(group.HelpText) + " " : "").Append(List(group.Fields)).Append(".\n");
        }
        return text.ToString();
    }

    static string Type(Flag flag) => flag.Field.Allowed.Count > 0 ? "one of " + string.Join(", ", flag.Field.Allowed.Select(static value => $"`{value}`")) : flag.Kind switch
    {
        ConfigFieldKind.Bool => "yes or no",
        ConfigFieldKind.Int or ConfigFieldKind.Long => "number",
        ConfigFieldKind.StringList => "list",
        ConfigFieldKind.StringMap => "names and values",
        ConfigFieldKind.File => "path of a file",
        ConfigFieldKind.Uri => "address",
        _ => "text",
    };

    static string Meaning(Flag flag)
    {
        var remarks = new[] { flag.Field.Required ? "required" : null, flag.Field.Secret ? "secret" : null }.OfType<string>().ToList();
        var description = flag.Field.Description ?? "";
        return remarks.Count == 0 ? description : $"{description} ({string.Join(", ", remarks)})".Trim();
    }

    static string Sentence(ConfigRelation relation) => relation.Kind switch
    {
        ConfigRelationKind.RequiredTogether => $"{List(relation.Fields)}: all or none.",
        ConfigRelationKind.AtLeastOne => $"{List(relation.Fields)}: at least one.",
        ConfigRelationKind.MutuallyExclusive => $"{List(relation.Fields)}: at most one.",
        _ => $"{List(relation.Fields)}: only together with {List(relation.Others)}.",
    };

    static string List(IEnumerable<string> names) => string.Join(", ", names.Select(static name => $"`--{name}`"));

    static string Cell(string text) => TerminalText.Line(text).Replace("|", "\\|", StringComparison.Ordinal);
}
