using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Analyzers;

/// <summary>Finds attributes that nothing reads, because the class around them lacks the one that counts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OrphanAnalyzer : AnnotatedTypeAnalyzer
{
    static readonly string[] OfMethods =
    [
        KnownTypes.Entitlements, KnownTypes.Grants, KnownTypes.Grant, KnownTypes.Revoke, KnownTypes.CreateResource, KnownTypes.DeleteResource,
        KnownTypes.CreateAccount, KnownTypes.RotateCredentials, KnownTypes.IssueCredential,
    ];
    static readonly string[] OfClasses = [KnownTypes.Entitlement, KnownTypes.EntitlementAnnotation, KnownTypes.Grantable, KnownTypes.TypeAnnotation];
    static readonly string[] OfModels = [KnownTypes.Map, KnownTypes.Profile];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.AttributeHasNoEffect];

    private protected override void Analyze(INamedTypeSymbol type, SymbolAnalysisContext context, SharedIndex index)
    {
        var fields = type.GetMembers().OfType<IPropertySymbol>().SelectMany(property => Readers(property, [KnownTypes.Field], context)).ToList();
        if (fields.Count > 0 && !Serves(type, KnownTypes.ConnectorConfig, () => index.Get(context.CancellationToken).Configs))
            Report(fields, $"'{type.ShortName()}' is not marked with [ConnectorConfig]", context);

        var methods = type.GetMembers().OfType<IMethodSymbol>().SelectMany(method => Readers(method, OfMethods, context)).ToList();
        if (methods.Count > 0 && !Serves(type, KnownTypes.ResourceType, () => index.Get(context.CancellationToken).ResourceTypes))
            Report(methods, $"'{type.ShortName()}' is not marked with [ResourceType]", context);

        var feeds = type.GetMembers().OfType<IMethodSymbol>().SelectMany(method => Readers(method, [KnownTypes.EventFeed], context)).ToList();
        if (feeds.Count > 0 && !Serves(type, KnownTypes.Connector, () => index.Get(context.CancellationToken).Connectors))
            Report(feeds, $"'{type.ShortName()}' is not marked with [Connector]", context);

        var actions = type.GetMembers().OfType<IMethodSymbol>().SelectMany(method => Readers(method, [KnownTypes.Action], context)).ToList();
        if (actions.Count > 0 && !Serves(type, KnownTypes.Connector, () => index.Get(context.CancellationToken).Connectors) &&
            !Serves(type, KnownTypes.ResourceType, () => index.Get(context.CancellationToken).ResourceTypes))
            Report(actions, $"'{type.ShortName()}' is marked neither with [Connector] nor with [ResourceType]", context);

        if (!type.Has(KnownTypes.ResourceType))
            Report(Readers(type, OfClasses, context), "the class is not marked with [ResourceType]", context);

        if (!type.IsRecord)
            Report(type.InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
                .SelectMany(parameter => Readers(parameter, OfModels, context)), "a parameter is a property only in a record", context);
    }

    /// <summary>Whether a class, or one derived from it, has the attribute that counts.</summary>
    static bool Serves(INamedTypeSymbol type, string attribute, Func<ImmutableArray<INamedTypeSymbol>> marked) =>
        type.Has(attribute) ||
        (!type.IsSealed && marked().Any(other => BasesOf(other).Any(ancestor => ancestor.OriginalDefinition.Same(type))));

    static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            yield return current;
    }

    static IEnumerable<(AttributeReader Reader, string Attribute, ISymbol Symbol)> Readers(
        ISymbol symbol, IEnumerable<string> attributes, SymbolAnalysisContext context) =>
        attributes.SelectMany(attribute =>
            AttributeReader.AllOf(symbol, attribute, context.CancellationToken).Select(reader => (reader, attribute, symbol)));

    static void Report(IEnumerable<(AttributeReader Reader, string Attribute, ISymbol Symbol)> orphans, string reason, SymbolAnalysisContext context)
    {
        foreach (var (reader, attribute, symbol) in orphans)
        {
            var name = attribute.Substring("Baton.".Length, attribute.Length - "Baton.Attribute".Length);
            SinkOf(context).Report(Descriptors.AttributeHasNoEffect, reader.Location, name, symbol.Name, reason);
        }
    }
}
