using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>
/// The file of a resource type with mistakes: only that it is one. Other classes that name it in a signature would not compile
/// otherwise, and the compiler runs no analyzers over such code: their message about the mistake itself would not be seen.
/// </summary>
static class FaultyResourceTypeEmitter
{
    public static string Write(HostModel host) => GeneratedFile.Write(host, Names.ResourceTypeInterface, writer =>
    {
        GeneratedFile.Member(writer);
        writer.Line($"static {Names.ResourceTypeDefinition} {Names.ResourceTypeInterface}.Definition =>");
        writer.Indent();
        writer.Line("throw new global::System.InvalidOperationException(\"This resource type was compiled with errors.\");");
        writer.Unindent();
    });
}
