using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Analyzers;

/// <summary>Rules for the record marked with <c>[ConnectorConfig]</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigAnalyzer : AnnotatedTypeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        .. Descriptors.OfHosts, Descriptors.SettingClashesWithSdkFlag, Descriptors.SecretIsNotMarked, Descriptors.DuplicateSetting,
        Descriptors.SettingNameIsInvalid, Descriptors.SettingTypeIsUnsupported, Descriptors.SettingCannotBeSet, Descriptors.ConfigIsNotARecord,
        Descriptors.ShortHandIsInvalid, Descriptors.BoolIsRequired, Descriptors.RequiredMemberIsNoSetting, Descriptors.MoreThanOneConfig,
        Descriptors.RelationIsInvalid, Descriptors.RuleDoesNotFit, Descriptors.GroupIsInvalid,
    ];

    private protected override void Analyze(INamedTypeSymbol type, SymbolAnalysisContext context, SharedIndex index)
    {
        if (AttributeReader.Of(type, KnownTypes.ConnectorConfig, context.CancellationToken) is not { } attribute)
            return;
        var sink = SinkOf(context);
        ConfigParser.Parse(type, context.Compilation, sink, context.CancellationToken);
        if (index.Get(context.CancellationToken).Configs is [var first, ..] && !first.Same(type))
            sink.Report(Descriptors.MoreThanOneConfig, attribute.Location, first.ShortName(), type.ShortName());
    }
}
