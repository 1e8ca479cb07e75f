using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Analyzers;

/// <summary>What a type of its kind should say about who can hold what.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompletenessAnalyzer : AnnotatedTypeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NothingToHold, Descriptors.NobodyCanHoldEntitlement];

    private protected override void Analyze(INamedTypeSymbol type, SymbolAnalysisContext context, SharedIndex index)
    {
        if (AttributeReader.Of(type, KnownTypes.ResourceType, context.CancellationToken) is not { } attribute)
            return;
        var methods = type.OrdinaryMethods(context.Compilation).ToList();
        CheckAssignable(type, methods, context);
        if (attribute.Elements(1).Select(AttributeReader.EnumMember).FirstOrDefault(static trait => trait is "Group" or "Role") is not { } kind ||
            type.Has(KnownTypes.Entitlement) || methods.Any(NamesEntitlements))
            return;
        SinkOf(context).Report(Descriptors.NothingToHold, attribute.Target, type.ShortName(), kind.ToLowerInvariant(), kind == "Group" ? "member" : "assigned");
    }

    static bool NamesEntitlements(IMethodSymbol method) => method.GetAttributes().Any(static data =>
        data.AttributeClass is { ContainingNamespace.Name: "Baton", Name: var name } &&
        (name.StartsWith("Grant", StringComparison.Ordinal) || name.StartsWith("Revoke", StringComparison.Ordinal) ||
            name.StartsWith("Entitlement", StringComparison.Ordinal)));

    // What is there to be assigned says to whom. What something grants already is reported where it is read.
    static void CheckAssignable(INamedTypeSymbol type, List<IMethodSymbol> methods, SymbolAnalysisContext context)
    {
        var grantable = AttributeReader.AllOf(type, KnownTypes.Grantable, context.CancellationToken)
            .Where(static attribute => attribute.Elements(1).Any()).Select(static attribute => attribute.Text(0)).ToList();
        var granted = methods.SelectMany(method => new[] { KnownTypes.Grants, KnownTypes.Grant }
            .SelectMany(name => AttributeReader.AllOf(method, name, context.CancellationToken))).Select(static attribute => attribute.Text(0)).ToList();
        foreach (var attribute in AttributeReader.AllOf(type, KnownTypes.Entitlement, context.CancellationToken))
        {
            if (attribute.Text(0) is { } slug && attribute.Named("Purpose") is { } purpose && AttributeReader.EnumMember(purpose) == "Assignment" &&
                !grantable.Contains(slug) && !granted.Contains(slug))
                SinkOf(context).Report(Descriptors.NobodyCanHoldEntitlement, attribute.At(0), slug, type.ShortName());
        }
    }
}
