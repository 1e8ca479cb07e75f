using Microsoft.CodeAnalysis;

namespace Baton.Generators.Tests.Infrastructure;

/// <summary>What an author's project references: the framework, the abstractions, and the parts of Microsoft.Extensions that the runtime brings.</summary>
static class References
{
    static readonly string[] Prefixes = ["System.", "Microsoft.Extensions.", "Microsoft.Win32.", "Baton.Abstractions.", "netstandard.", "mscorlib."];

    public static readonly IReadOnlyList<MetadataReference> All =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Prefixes.Any(prefix => Path.GetFileName(path).StartsWith(prefix, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
