using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Baton.Generators.Analyzers.Tests.Support;

/// <summary>Compilations of test sources, against the assemblies that the test program itself runs on.</summary>
static class TestCompilation
{
    static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Runtime.CompilerServices;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Baton;
        """;

    /// <summary>What the examples in tests and documentation talk to.</summary>
    public static string Prelude { get; } = Resource.Text("Prelude.cs");

    public static CSharpCompilation Create(IEnumerable<(string Path, string Text)> files, LanguageVersion version = LanguageVersion.Latest) =>
        Bare(files.Append(("Usings.cs", Usings)), version);

    /// <summary>Without usings for all files.</summary>
    public static CSharpCompilation Bare(IEnumerable<(string Path, string Text)> files, LanguageVersion version = LanguageVersion.Latest)
    {
        var options = new CSharpParseOptions(version, DocumentationMode.None);
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(file.Item2, options, file.Item1));
        return CSharpCompilation.Create("Acme", trees, References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The same with all that the generator adds.</summary>
    public static Compilation WithGeneratedCode(this CSharpCompilation compilation)
    {
        var parseOptions = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        CSharpGeneratorDriver.Create([new ConnectorGenerator().AsSourceGenerator()], parseOptions: parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        return output;
    }
}
