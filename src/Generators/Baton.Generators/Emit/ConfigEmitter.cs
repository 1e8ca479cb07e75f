using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The file of the configuration record: its settings, and how it is made from their values.</summary>
static class ConfigEmitter
{
    public static string Write(ConfigModel config)
    {
        var contract = $"{Names.ConfigInterface}<{config.Host.Type}>";
        return GeneratedFile.Write(config.Host, contract, writer =>
        {
            GeneratedFile.Member(writer);
            writer.Line($"static {Names.ReadOnlyList}<{Names.ConfigFieldDefinition}> {contract}.Fields => GeneratedBinder.Fields;");

            GeneratedFile.Member(writer);
            writer.Line($"static {config.Host.Type} {contract}.Bind({Names.ConfigValues} values) => GeneratedBinder.Bind(values);");

            GeneratedFile.OpenType(writer, "Names the settings and binds their values.", "private static class GeneratedBinder");
            ConfigFieldsEmitter.Write(writer, config);
            WriteBind(writer, config);
            foreach (var field in config.Fields)
            {
                if (field.Kind == FieldKind.Enum)
                    WriteEnum(writer, field);
            }
            writer.Close();
        });
    }

    static void WriteBind(SourceWriter writer, ConfigModel config)
    {
        writer.Blank();
        writer.Open($"internal static {config.Host.Type} Bind({Names.ConfigValues} values)");
        var required = config.Fields.Where(static field => field.IsRequiredMember).ToArray();
        if (required.Length == 0)
        {
            writer.Line($"var config = new {config.Host.Type}();");
        }
        else
        {
            writer.Open($"var config = new {config.Host.Type}");
            foreach (var field in required)
                writer.Line($"{field.Property} = {Convert(field, $"values.Require<{Type(field.Kind)}>({Literals.Text(field.Name)})")},");
            writer.Close("};");
        }
        // Settings that nobody gave keep the initializers of their properties.
        for (var i = 0; i < config.Fields.Count; i++)
            WriteOptional(writer, config.Fields[i], $"value{Literals.Number(i)}");
        writer.Line("return config;");
        writer.Close();
    }

    static void WriteOptional(SourceWriter writer, ConfigFieldModel field, string value)
    {
        if (field.IsRequiredMember)
            return;
        writer.Line($"if (values.TryGet<{Type(field.Kind)}>({Literals.Text(field.Name)}, out var {value}))");
        writer.Indent();
        writer.Line($"config = config with {{ {field.Property} = {Convert(field, value)} }};");
        writer.Unindent();
    }

    static void WriteEnum(SourceWriter writer, ConfigFieldModel field)
    {
        writer.Blank();
        writer.Open($"private static {field.Type} {Reader(field)}(string text) => text switch");
        foreach (var member in field.EnumMembers)
            writer.Line($"{Literals.Text(member.Text)} => {field.Type}.{member.Member},");
        var allowed = string.Concat(field.EnumMembers.Select(static member => ", " + Literals.Text(member.Text)));
        writer.Line($"_ => throw {Names.ConfigValues}.NotAllowed({Literals.Text(field.Name)}, text{allowed}),");
        writer.Close("};");
    }

    static string Convert(ConfigFieldModel field, string value) => field.Kind == FieldKind.Enum ? $"{Reader(field)}({value})" : value;

    static string Reader(ConfigFieldModel field) => "Read" + field.Property.TrimStart('@');

    /// <summary>The type in which the runtime hands over a value.</summary>
    static string Type(FieldKind kind) => kind switch
    {
        FieldKind.Bool => "bool",
        FieldKind.Int => "int",
        FieldKind.Long => "long",
        FieldKind.Uri => Names.Uri,
        FieldKind.StringArray or FieldKind.StringList => "string[]",
        FieldKind.StringMap => Names.TextMap,
        FieldKind.File => "byte[]",
        _ => "string",
    };
}
