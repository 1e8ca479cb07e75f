using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The settings as the command line sees them.</summary>
static class ConfigFieldsEmitter
{
    public static void Write(SourceWriter writer, ConfigModel config)
    {
        writer.Blank();
        var header = $"internal static readonly {Names.ReadOnlyList}<{Names.ConfigFieldDefinition}> Fields =";
        if (config.Fields.Count == 0)
        {
            writer.Line(header + " [];");
            return;
        }
        writer.Open(header, "[");
        foreach (var field in config.Fields)
            Write(writer, field);
        writer.Close("];");
    }

    static void Write(SourceWriter writer, ConfigFieldModel field)
    {
        writer.Open("new()");
        writer.Line($"Name = {Literals.Text(field.Name)},");
        writer.Line($"Kind = {Names.ConfigFieldKind}.{Kind(field.Kind)},");
        if (field.Description is not null)
            writer.Line($"Description = {Literals.Text(field.Description)},");
        if (field.Required)
            writer.Line("Required = true,");
        if (field.Secret)
            writer.Line("Secret = true,");
        if (field.Hidden)
            writer.Line("Hidden = true,");
        if (field.Shared)
            writer.Line("Shared = true,");
        if (field.ShortHand != '\0')
            writer.Line($"ShortHand = {Literals.Character(field.ShortHand)},");
        if (field.Default is not null && !field.Secret)
            writer.Line($"Default = {Literals.Text(field.Default)},");
        if (field.EnumMembers.Count > 0)
            writer.Line($"Allowed = [{string.Join(", ", field.EnumMembers.Select(static member => Literals.Text(member.Text)))}],");
        RulesEmitter.Write(writer, field.Rules);
        writer.Close("},");
    }

    static string Kind(FieldKind kind) => kind switch
    {
        FieldKind.Enum => "String",
        FieldKind.StringArray => "StringList",
        _ => kind.ToString(),
    };
}
