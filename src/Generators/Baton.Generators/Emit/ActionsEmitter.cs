using Baton.Generators.Helpers;
using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>Actions: their schemas, and a method for each that reads the arguments, calls the author's, and writes the answer.</summary>
/// <param name="signature">First parameters of the invoking method, or empty.</param>
/// <param name="pass">The same as arguments.</param>
/// <param name="target">What the call of a method begins with.</param>
sealed class ActionsEmitter(string signature, string pass, Func<ActionModel, string> target)
{
    public void Write(SourceWriter writer, EquatableArray<ActionModel> actions)
    {
        if (actions.Count == 0)
            return;
        writer.Blank();
        writer.Open($"public override {Names.ReadOnlyList}<{Names.ActionDefinition}> Actions {{ get; }} =", "[");
        foreach (var action in actions)
            WriteDefinition(writer, action);
        writer.Close("];");

        writer.Blank();
        writer.Open(
            $"public override {Names.Task}<{Names.ValueMap}> InvokeActionAsync({signature}string name, {Names.ValueMap} arguments, {Parameters.CancellationToken}) => name switch");
        for (var i = 0; i < actions.Count; i++)
            writer.Line($"{Literals.Text(actions[i].Name)} => {Invoker(i)}({pass}arguments, cancellationToken),");
        writer.Line($"_ => base.InvokeActionAsync({pass}name, arguments, cancellationToken),");
        writer.Close("};");
        for (var i = 0; i < actions.Count; i++)
            WriteInvoker(writer, actions[i], i);
    }

    static string Invoker(int index) => $"InvokeAction{Literals.Number(index + 1)}Async";

    void WriteInvoker(SourceWriter writer, ActionModel action, int index)
    {
        var prefix = $"Action{Literals.Number(index + 1)}";
        writer.Blank();
        writer.Line($"/// <summary>Action <c>{action.Name}</c>.</summary>");
        writer.Open($"private async {Names.Task}<{Names.ValueMap}> {Invoker(index)}({signature}{Names.ValueMap} arguments, {Parameters.CancellationToken})");
        if (action.Fields.Count > 0)
            writer.Line($"var form = new {Names.FormReader}(arguments);");
        var arguments = action.Fields.Select(field => FormEmitter.Read(field, prefix)).ToList();
        if (action.Token >= 0)
            arguments.Insert(action.Token, "cancellationToken");
        writer.Line($"{(action.Result is null ? "" : "var result = ")}await {target(action)}({(arguments.Count == 0 ? ").ConfigureAwait(false);" : "")}");
        writer.Indent();
        for (var i = 0; i < arguments.Count; i++)
            writer.Line(arguments[i] + (i < arguments.Count - 1 ? "," : ").ConfigureAwait(false);"));
        writer.Unindent();
        if (action.Result is { } result)
            WriteResult(writer, result, prefix);
        else
            writer.Line($"return {Names.ValueMap}.Empty;");
        writer.Close();
        FormEmitter.WriteChoices(writer, action.Fields, prefix);
        foreach (var field in action.Result?.Fields.Where(static field => field.Kind == FormValueKind.Choice) ?? [])
            WriteChoiceText(writer, field, prefix);
    }

    static void WriteResult(SourceWriter writer, FormModel result, string prefix)
    {
        writer.Line($"return new {Names.FormWriter}()");
        writer.Indent();
        foreach (var field in result.Fields)
            writer.Line($".Add({Literals.Text(field.Name)}, {Value(field, prefix)})");
        writer.Line(".ToValueMap();");
        writer.Unindent();
    }

    static string Value(FormFieldModel field, string prefix)
    {
        var value = "result." + field.Parameter;
        return field.Kind switch
        {
            FormValueKind.TypedResource => value + (field.Nullable ? "?.ToResourceKey()" : ".ToResourceKey()"),
            FormValueKind.Choice => $"{TextOf(field, prefix)}({value})",
            _ => value,
        };
    }

    static void WriteChoiceText(SourceWriter writer, FormFieldModel field, string prefix)
    {
        writer.Blank();
        writer.Open($"private static string? {TextOf(field, prefix)}({field.Type}? value) => value switch");
        foreach (var choice in field.Choices)
            writer.Line($"{field.Type}.{choice.Member} => {Literals.Text(choice.Text)},");
        writer.Line("_ => null,");
        writer.Close("};");
    }

    static string TextOf(FormFieldModel field, string prefix) => $"{prefix}{field.Parameter.TrimStart('@')}Text";

    static void WriteDefinition(SourceWriter writer, ActionModel action)
    {
        writer.Open("new()");
        writer.Line($"Name = {Literals.Text(action.Name)},");
        writer.Line($"DisplayName = {Literals.Text(action.DisplayName)},");
        if (action.Description is not null)
            writer.Line($"Description = {Literals.Text(action.Description)},");
        writer.Line($"Types = [{string.Join(", ", action.Types.Select(static type => $"{Names.ActionType}.{type}"))}],");
        WriteFields(writer, "Arguments", action.Fields);
        WriteFields(writer, "Results", action.Result?.Fields ?? default);
        if (action.Constraints.Count > 0)
        {
            writer.Open("Constraints =", "[");
            foreach (var constraint in action.Constraints)
                writer.Line($"new({Names.ActionConstraintKind}.{constraint.Kind}, [{Texts(constraint.Fields)}], [{Texts(constraint.On)}]),");
            writer.Close("],");
        }
        writer.Close("},");
    }

    static void WriteFields(SourceWriter writer, string property, EquatableArray<FormFieldModel> fields)
    {
        if (fields.Count == 0)
            return;
        writer.Open($"{property} =", "[");
        FormEmitter.WriteDefinitions(writer, fields);
        writer.Close("],");
    }

    static string Texts(EquatableArray<string> texts) => string.Join(", ", texts.Select(Literals.Text));
}
