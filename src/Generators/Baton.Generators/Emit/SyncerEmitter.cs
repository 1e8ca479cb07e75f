using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The syncer of a resource type: a switch for each kind of call, over what the author wrote.</summary>
static class SyncerEmitter
{
    /// <summary>Whether some method is called on the author's object.</summary>
    public static bool UsesOwner(ResourceTypeModel type) =>
        type.Lists.Any(static m => !m.IsStatic) || type.Grants.Any(static m => !m.IsStatic) ||
        type.EntitlementsMethod is { IsStatic: false } || type.Get is { IsStatic: false } || type.Tasks.UsesOwner ||
        type.GrantMethods.Any(static m => !m.IsStatic) || type.RevokeMethods.Any(static m => !m.IsStatic);

    /// <summary>What a call to an author's method begins with.</summary>
    public static string Target(ResourceTypeModel type, bool isStatic, string method) => (isStatic ? type.Host.Type : "owner") + "." + method;

    public static void Write(SourceWriter writer, ResourceTypeModel type)
    {
        var owner = UsesOwner(type) ? $"({type.Host.Type} owner)" : "";
        GeneratedFile.OpenType(
            writer,
            "Lists and provisions the resources of this type.",
            $"private sealed class GeneratedSyncer{owner} : {Names.ResourceSyncer}<{type.Model}, global::Baton.{type.Builder}>");
        var cursors = new CursorNames(type);
        DefinitionEmitter.Write(writer, type);
        ListEmitter.Write(writer, type, cursors);
        GetEmitter.Write(writer, type);
        MappingEmitter.Write(writer, type);
        EntitlementsEmitter.Write(writer, type, cursors);
        GrantsEmitter.Write(writer, type, cursors);
        ProvisionEmitter.Write(writer, type);
        TasksEmitter.Write(writer, type);
        CredentialsEmitter.Write(writer, type);
        new ActionsEmitter("", "", action => Target(type, action.IsStatic, action.Method)).Write(writer, type.Tasks.Actions);
        CursorEmitter.Write(writer, cursors);
        writer.Close();
    }

    /// <summary>A property that names slugs; nothing when there are none, since the base has none either.</summary>
    public static void WriteSlugs(SourceWriter writer, string access, string property, IEnumerable<string> slugs)
    {
        var list = string.Join(", ", slugs.Distinct(StringComparer.Ordinal).Select(Literals.Text));
        if (list.Length == 0)
            return;
        writer.Blank();
        writer.Line($"{access} override {Names.ReadOnlyList}<string> {property} {{ get; }} = [{list}];");
    }

    /// <summary>Opens a method with one parameter a line.</summary>
    public static void WriteSignature(SourceWriter writer, string header, string end, params string[] parameters)
    {
        writer.Blank();
        writer.Line(header + "(");
        writer.Indent();
        for (var i = 0; i < parameters.Length; i++)
            writer.Line(parameters[i] + (i < parameters.Length - 1 ? "," : ")" + end));
        writer.Unindent();
    }
}
