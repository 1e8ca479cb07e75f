using Baton.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Baton.Generators.Baseline;

/// <summary>The file that holds the shape of the last version; read once for each compilation.</summary>
sealed class ShapeFile
{
    public const string Name = "connector.shape.json";

    ShapeFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>What the file says; null when it cannot be read.</summary>
    public ShapeModel? Shape { get; private init; }

    /// <summary>What is wrong with the file; null when it could be read.</summary>
    public string? Fault { get; private init; }

    public Location Place { get; private init; } = Location.None;

    /// <returns>Null when the project has no such file.</returns>
    public static ShapeFile? Of(IEnumerable<AdditionalText> files, CancellationToken cancellationToken)
    {
        if (files.FirstOrDefault(static file => IsShape(file.Path)) is not { } found)
            return null;
        if (found.GetText(cancellationToken) is not { } text)
            return new(found.Path) { Fault = "it cannot be opened", Place = PlaceOf(found.Path, null, 0) };
        try
        {
            return new(found.Path) { Shape = ShapeReader.Read(text.ToString()) };
        }
        catch (JsonFault fault)
        {
            return new(found.Path) { Fault = fault.Message, Place = PlaceOf(found.Path, text, fault.At) };
        }
    }

    public static bool IsShape(string path) =>
        path.EndsWith(Name, StringComparison.OrdinalIgnoreCase) && (path.Length == Name.Length || path[path.Length - Name.Length - 1] is '/' or '\\');

    static Location PlaceOf(string path, SourceText? text, int at)
    {
        var span = text is null || at >= text.Length ? new TextSpan(at, 0) : new TextSpan(at, 1);
        return Location.Create(path, span, text?.Lines.GetLinePositionSpan(span) ?? default);
    }
}
