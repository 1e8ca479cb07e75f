using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The listing of resources: one author's method for the root, one for each type of parent.</summary>
static class ListEmitter
{
    public static void Write(SourceWriter writer, ResourceTypeModel type, CursorNames cursors)
    {
        var root = type.Lists.FirstOrDefault(static list => list.Parent is null);
        if (root is null)
        {
            writer.Blank();
            writer.Line("public override bool ListsAtRoot => false;");
        }
        SyncerEmitter.WriteSignature(
            writer,
            $"public override {Names.ValueTask}<string> ListAsync",
            "",
            Parameters.Parent,
            Parameters.PageToken,
            Parameters.Output,
            Parameters.CancellationToken);
        writer.Open();
        writer.Line("if (parent is null)");
        Return(writer, root is null ? "Nothing" : Call(type, root, cursors));
        foreach (var list in type.Lists)
        {
            if (list.Parent is null)
                continue;
            writer.Line($"if (parent.Type == DefinitionOf<{list.Parent}>().Id)");
            Return(writer, Call(type, list, cursors));
        }
        writer.Line("throw NotListedUnder(parent);");
        writer.Close();
    }

    static void Return(SourceWriter writer, string result)
    {
        writer.Indent();
        writer.Line($"return {result};");
        writer.Unindent();
    }

    static string Call(ResourceTypeModel type, ListMethodModel list, CursorNames cursors)
    {
        var arguments = ArgumentText.Of(list.Arguments, key: list.Parent ?? "", cursors.Read(list.Cursor));
        var call = $"{SyncerEmitter.Target(type, list.IsStatic, list.Method)}({arguments})";
        const string rest = "parent, output, cancellationToken";
        return list.Shape switch
        {
            ResultShape.AsyncEnumerable => $"AllAsync({call}, {rest})",
            ResultShape.Enumerable => $"AllAsync(ToAsync({call}), {rest})",
            _ => $"PageAsync({cursors.Page(call, list.Cursor)}, {rest})",
        };
    }
}
