namespace Baton.Generators.Analyzers.Tests.Support;

/// <summary>The correct connectors under Corpus/Good: a file, or the files of a folder.</summary>
static class Connectors
{
    const string Folder = "Good/";

    public static IReadOnlyList<string> Names { get; } =
        [.. Resource.Names(Folder).Select(static file => file[Folder.Length..].Split('/', '.')[0]).Distinct()];

    public static IEnumerable<(string Path, string Text)> Files(string name) => Resource.Names(Folder)
        .Where(file => file.StartsWith($"{Folder}{name}.", StringComparison.Ordinal) || file.StartsWith($"{Folder}{name}/", StringComparison.Ordinal))
        .Select(static file => (file, Resource.Text(file)))
        .Append(("Prelude.cs", TestCompilation.Prelude));
}
