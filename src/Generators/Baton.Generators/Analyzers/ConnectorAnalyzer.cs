using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Analyzers;

/// <summary>Rules for the class marked with <c>[Connector]</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConnectorAnalyzer : AnnotatedTypeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        .. Descriptors.OfHosts, Descriptors.MoreThanOneConnector, Descriptors.ConnectorNameIsInvalid, Descriptors.ValidateAsyncIsUnsupported,
        Descriptors.ConfigureServicesIsUnsupported, Descriptors.TextIsTooLong, Descriptors.UrlIsNotHttps,
        Descriptors.TaskMethodIsUnsupported, Descriptors.FormFieldIsUnsupported, Descriptors.ActionIsInvalid, Descriptors.ActionConstraintIsInvalid,
        Descriptors.EventFeedIsInvalid, Descriptors.RuleDoesNotFit,
    ];

    private protected override void Analyze(INamedTypeSymbol type, SymbolAnalysisContext context, SharedIndex index)
    {
        if (AttributeReader.Of(type, KnownTypes.Connector, context.CancellationToken) is not { } attribute)
            return;
        var sink = SinkOf(context);
        ConnectorParser.Parse(type, context.Compilation, sink, context.CancellationToken);
        if (index.Get(context.CancellationToken).Connectors is [var first, ..] && !first.Same(type))
            sink.Report(Descriptors.MoreThanOneConnector, attribute.Location, first.ShortName(), type.ShortName());
    }
}
