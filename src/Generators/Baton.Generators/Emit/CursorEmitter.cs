using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>For each cursor of the author's own type, a method that writes it as a page token and one that reads it back.</summary>
static class CursorEmitter
{
    public static void Write(SourceWriter writer, CursorNames cursors)
    {
        foreach (var (cursor, name) in cursors.All)
        {
            WriteWriter(writer, cursor, name);
            WriteReader(writer, cursor, name);
        }
    }

    static void WriteWriter(SourceWriter writer, CursorModel cursor, string name)
    {
        var parts = cursor.Kind == CursorKind.Record ? cursor.Parts.Select(static part => "cursor." + part.Name) : ["cursor"];
        writer.Blank();
        writer.Line($"private static string Write{name}({cursor.Type} cursor) =>");
        writer.Indent();
        writer.Line($"new {Names.CursorWriter}(){string.Concat(parts.Select(static part => $".Add({part})"))}.ToString();");
        writer.Unindent();
    }

    static void WriteReader(SourceWriter writer, CursorModel cursor, string name)
    {
        writer.Blank();
        writer.Open($"private static {cursor.Type}? Read{name}(string pageToken)");
        writer.Line("if (pageToken.Length == 0)");
        writer.Indent();
        writer.Line("return null;");
        writer.Unindent();
        if (cursor.Kind == CursorKind.Record)
        {
            writer.Line($"var parts = new {Names.CursorReader}(pageToken, {Literals.Number(cursor.Parts.Count)});");
            writer.Line($"return new {cursor.Type}({string.Join(", ", cursor.Parts.Select(static part => "parts." + Reader(part.Kind, part.Nullable)))});");
        }
        else
        {
            var kind = cursor.Kind == CursorKind.Int ? CursorPartKind.Int : CursorPartKind.Long;
            writer.Line($"return new {Names.CursorReader}(pageToken, 1).{Reader(kind, nullable: false)};");
        }
        writer.Close();
    }

    static string Reader(CursorPartKind kind, bool nullable) => (nullable ? "Nullable" : "") + kind switch
    {
        CursorPartKind.String => "String()",
        CursorPartKind.Int => "Int32()",
        CursorPartKind.Long => "Int64()",
        CursorPartKind.Bool => "Boolean()",
        CursorPartKind.Double => "Double()",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
