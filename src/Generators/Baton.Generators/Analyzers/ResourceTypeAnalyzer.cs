using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Analyzers;

/// <summary>Rules for classes marked with <c>[ResourceType]</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResourceTypeAnalyzer : AnnotatedTypeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        .. Descriptors.OfHosts, Descriptors.ResourceTypeIdIsInvalid, Descriptors.ResourceTypeIdIsAmbiguous, Descriptors.DuplicateResourceTypeId,
        Descriptors.IdIsNotMapped, Descriptors.PartIsMappedTwice, Descriptors.PropertyCannotBeMapped, Descriptors.PartDoesNotFitTrait,
        Descriptors.BuilderDoesNotFitTrait, Descriptors.TraitIsInvalid, Descriptors.ListAsyncIsMissing, Descriptors.ListAsyncIsUnsupported,
        Descriptors.ListAsyncOverloadsDisagree, Descriptors.ParentIsNotRegistered, Descriptors.MapIsUnsupported, Descriptors.ResourcesAreNeverListed,
        Descriptors.TextIsTooLong, Descriptors.SlugIsInvalid, Descriptors.SlugIsAmbiguous, Descriptors.DuplicateSlug, Descriptors.SlugIsNotDeclared,
        Descriptors.GrantableToUnregisteredType, Descriptors.GrantsMethodIsUnsupported, Descriptors.ProvisioningMethodIsUnsupported,
        Descriptors.SlugHasTwoMethods, Descriptors.GrantWithoutRevoke, Descriptors.NobodyCanHoldEntitlement, Descriptors.PurposeIsUndefined,
        Descriptors.TaskMethodIsUnsupported, Descriptors.TaskHasTwoMethods, Descriptors.CredentialOptionIsInvalid, Descriptors.FormFieldIsUnsupported,
        Descriptors.SecretTypeIsInvalid, Descriptors.IssuedCredentialIsInvalid, Descriptors.ActionIsInvalid, Descriptors.ActionConstraintIsInvalid,
        Descriptors.GetAsyncIsUnsupported, Descriptors.UserIsBare, Descriptors.EntitlementsMethodIsUnsupported, Descriptors.GetAsyncIgnoresParent,
        Descriptors.ExclusionGroupIsInvalid, Descriptors.SkippedButListed, Descriptors.RuleDoesNotFit, Descriptors.IdChanges,
        Descriptors.NumberLosesPrecision, Descriptors.RequiredPartIsMissing, Descriptors.BotIsHuman,
    ];

    private protected override void Analyze(INamedTypeSymbol type, SymbolAnalysisContext context, SharedIndex index)
    {
        if (AttributeReader.Of(type, KnownTypes.ResourceType, context.CancellationToken) is not { } attribute)
            return;
        var sink = SinkOf(context);
        ResourceTypeParser.Parse(type, context.Compilation, sink, context.CancellationToken);
        if (attribute.Text(0) is { Length: > 0 } id && EarlierWithId(type, id, index, context.CancellationToken) is { } earlier)
            sink.Report(Descriptors.DuplicateResourceTypeId, attribute.At(0), id, earlier.ShortName(), type.ShortName());
        ParentChains.Check(type, attribute.Target, context.Compilation, sink, context.CancellationToken);
    }

    static INamedTypeSymbol? EarlierWithId(INamedTypeSymbol type, string id, SharedIndex index, CancellationToken cancellationToken)
    {
        var first = index.Get(cancellationToken).ResourceTypes
            .FirstOrDefault(other => AttributeReader.Of(other, KnownTypes.ResourceType, cancellationToken)?.Text(0) == id);
        return first is null || first.Same(type) ? null : first;
    }
}
