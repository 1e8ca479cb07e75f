using System.Reflection;

namespace Baton.Generators.Analyzers.Tests.Support;

/// <summary>Files that are embedded in the test assembly.</summary>
static class Resource
{
    static readonly Assembly Assembly = typeof(Resource).Assembly;

    public static IReadOnlyList<string> Names(string folder) =>
        [.. Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string Text(string name)
    {
        using var stream = Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"There is no embedded file {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
