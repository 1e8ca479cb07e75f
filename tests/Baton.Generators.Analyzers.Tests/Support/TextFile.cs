using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Baton.Generators.Analyzers.Tests.Support;

/// <summary>A file of the project that is not compiled; one without text is one that cannot be opened.</summary>
sealed class TextFile(string path, string? text) : AdditionalText
{
    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text);

    /// <summary>The options of a project that has the file, and sets these properties.</summary>
    public AnalyzerOptions With(params (string Property, string Value)[] properties) => new(
        ImmutableArray.Create<AdditionalText>(this),
        new Properties(properties.ToDictionary(static property => "build_property." + property.Property, static property => property.Value)));

    sealed class Properties(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
