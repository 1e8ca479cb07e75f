using System.Reflection;
using System.Text.RegularExpressions;

namespace Baton.Docs.Tests;

/// <summary>The Markdown files of the repository.</summary>
static partial class Documents
{
    internal static string Root { get; } = Path.GetFullPath(
        typeof(Documents).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!);

    /// <summary>Paths relative to the root, of the README and all that is below docs and samples.</summary>
    internal static IEnumerable<string> All => new[] { "docs", "samples" }
        .Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
        .Concat(Directory.EnumerateFiles(Root, "*.md"))
        .Select(file => Path.GetRelativePath(Root, file))
        .Where(file => !file.Contains("artifacts", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    internal static string Read(string document) => File.ReadAllText(Path.Combine(Root, document));

    /// <summary>The fenced blocks of a language, with the line on which each begins.</summary>
    internal static IEnumerable<(int Line, string Text)> Blocks(string document, string language)
    {
        var text = Read(document);
        foreach (Match match in Fence().Matches(text))
        {
            if (match.Groups["language"].Value == language)
                yield return (text[..match.Index].Count(c => c == '\n') + 1, match.Groups["code"].Value);
        }
    }

    [GeneratedRegex(@"^```(?<language>\w*)[^\n]*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
