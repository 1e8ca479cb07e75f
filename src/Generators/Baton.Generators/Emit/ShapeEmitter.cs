using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>Hands the shape to the build, which alone may write files: build/Baton.Generators.targets takes the marked lines out of this one.</summary>
static class ShapeEmitter
{
    public const string HintName = "Baton.Shape.g.cs";

    /// <summary>In front of each line of the document.</summary>
    public const string Mark = "//| ";

    public static string Write(ShapeModel shape) => GeneratedFile.Write(writer =>
    {
        writer.Line("// What must not change unnoticed from version to version; the build keeps it in connector.shape.json.");
        foreach (var line in ShapeDocument.Of(shape).Split('\n'))
            writer.Line(Mark + line);
    });
}
