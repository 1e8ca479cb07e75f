using Baton.Generators.Helpers;
using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The fields of a form, and how what was entered becomes the author's parameters.</summary>
static class FormEmitter
{
    /// <summary>A property with the definitions of fields.</summary>
    public static void WriteFields(SourceWriter writer, string modifiers, string property, EquatableArray<FormFieldModel> fields)
    {
        writer.Blank();
        writer.Open($"{modifiers} {Names.ReadOnlyList}<{Names.FormFieldDefinition}> {property} {{ get; }} =", "[");
        WriteDefinitions(writer, fields);
        writer.Close("];");
    }

    /// <summary>The elements of a list of definitions.</summary>
    public static void WriteDefinitions(SourceWriter writer, EquatableArray<FormFieldModel> fields)
    {
        foreach (var field in fields)
            WriteDefinition(writer, field);
    }

    /// <summary>A method that makes something of what was entered.</summary>
    /// <param name="writer">Receives the text.</param>
    /// <param name="header">Modifiers, result and name of the method.</param>
    /// <param name="call">What is called with the values.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="prefix">Keeps the names of the readers of choices apart.</param>
    public static void WriteReader(SourceWriter writer, string header, string call, EquatableArray<FormFieldModel> fields, string prefix = "")
    {
        writer.Blank();
        writer.Open($"{header}({Names.ValueMap} values)");
        writer.Line($"var form = new {Names.FormReader}(values);");
        writer.Line($"return {call}(");
        writer.Indent();
        for (var i = 0; i < fields.Count; i++)
            writer.Line(Read(fields[i], prefix) + (i < fields.Count - 1 ? "," : ");"));
        writer.Unindent();
        writer.Close();
        WriteChoices(writer, fields, prefix);
    }

    /// <summary>For each choice, a method that makes the enum's value of its text.</summary>
    public static void WriteChoices(SourceWriter writer, EquatableArray<FormFieldModel> fields, string prefix)
    {
        foreach (var field in fields.Where(static field => field.Kind == FormValueKind.Choice))
        {
            writer.Blank();
            writer.Open($"private static {field.Type} {Reader(field, prefix)}(string text) => text switch");
            foreach (var choice in field.Choices)
                writer.Line($"{Literals.Text(choice.Text)} => {field.Type}.{choice.Member},");
            writer.Line($"_ => throw {Names.FormReader}.NotAllowed({Literals.Text(field.Name)}, [{Texts(field)}]),");
            writer.Close("};");
        }
    }

    /// <summary>The value of a field, read from a variable <c>form</c>.</summary>
    public static string Read(FormFieldModel field, string prefix)
    {
        var name = Literals.Text(field.Name);
        var value = field.Kind switch
        {
            FormValueKind.Int32 => $"form.Int32({name})",
            FormValueKind.Int64 => $"form.Integer({name})",
            FormValueKind.TypedResource => $"new {field.Type}(form.Resource({name}, DefinitionOf<{field.ResourceType}>()).Id)",
            FormValueKind.Choice => $"{Reader(field, prefix)}(form.Text({name}))",
            var kind => $"form.{kind}({name})",
        };
        return field.Required ? value : $"form.Has({name}) ? {value} : {Fallback(field)}";
    }

    // Letters and digits of the name only: it can hold anything.
    static string Reader(FormFieldModel field, string prefix) =>
        $"Read{prefix}{string.Concat(Parsing.Naming.Title(field.Name).Where(char.IsLetterOrDigit))}Choice";

    static string Texts(FormFieldModel field) => string.Join(", ", field.Choices.Select(static choice => Literals.Text(choice.Text)));

    static string Fallback(FormFieldModel field) => (field.Kind, field.Default) switch
    {
        (_, null) => "null",
        (FormValueKind.Text, var text) => Literals.Text(text),
        (FormValueKind.Choice, var text) => $"{field.Type}.{field.Choices.First(choice => choice.Text == text).Member}",
        (FormValueKind.Int64, var number) => number + "L",
        (_, var literal) => literal,
    };

    static void WriteDefinition(SourceWriter writer, FormFieldModel field)
    {
        writer.Open("new()");
        writer.Line($"Name = {Literals.Text(field.Name)},");
        writer.Line($"Kind = {Names.FormFieldKind}.{Kind(field.Kind)},");
        writer.Line($"DisplayName = {Literals.Text(field.DisplayName)},");
        WriteText(writer, "Description", field.Description);
        WriteText(writer, "Placeholder", field.Placeholder);
        if (field.Required)
            writer.Line("Required = true,");
        if (field.Secret)
            writer.Line("Secret = true,");
        if (!field.Secret)
            WriteText(writer, "Default", field.Default);
        if (field.Choices.Count > 0)
            writer.Line($"Options = [{Texts(field)}],");
        RulesEmitter.Write(writer, field.Rules);
        if (field.ResourceType is not null)
            writer.Line($"ResourceTypes = static () => [DefinitionOf<{field.ResourceType}>()],");
        writer.Close("},");
    }

    static void WriteText(SourceWriter writer, string property, string? text)
    {
        if (text is not null)
            writer.Line($"{property} = {Literals.Text(text)},");
    }

    static string Kind(FormValueKind kind) => kind switch
    {
        FormValueKind.Int32 or FormValueKind.Int64 => "Integer",
        FormValueKind.Choice => "Text",
        FormValueKind.TypedResource => "Resource",
        _ => kind.ToString(),
    };
}
