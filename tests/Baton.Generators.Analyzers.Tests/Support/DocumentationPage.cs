using System.Text.RegularExpressions;

namespace Baton.Generators.Analyzers.Tests.Support;

/// <summary>A page of docs/diagnostics.</summary>
/// <param name="Title">The headline.</param>
/// <param name="Sections">Text by heading, in order.</param>
sealed partial record DocumentationPage(string Title, IReadOnlyDictionary<string, string> Sections)
{
    const string Folder = "docs/";

    /// <summary>The ids that have a page.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. Resource.Names(Folder).Select(static name => Path.GetFileNameWithoutExtension(name)).Where(static name => name != "README")];

    public static string Index => Resource.Text(Folder + "README.md");

    public static DocumentationPage Read(string id)
    {
        var parts = Heading().Split(Resource.Text($"{Folder}{id}.md"));
        var sections = new OrderedDictionary<string, string>();
        for (var i = 1; i < parts.Length; i += 2)
            sections.Add(parts[i], parts[i + 1]);
        return new(parts[0].Split('\n')[0], sections);
    }

    /// <summary>The C# in a section.</summary>
    public IEnumerable<string> Blocks(string section) => Fence().Matches(Sections[section]).Select(static match => match.Groups[1].Value);

    /// <summary>The <c>connector.shape.json</c> that an example is compared with; null when there is none.</summary>
    public string? Shape(string section) => Json().Match(Sections[section]) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("^```json\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Json();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
