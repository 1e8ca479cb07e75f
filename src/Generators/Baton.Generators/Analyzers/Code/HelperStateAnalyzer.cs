using System.Collections.Concurrent;
using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>
/// A collection that a listing fills through other methods of its class. One that the same method also looks into is a cache: it works
/// when the collection is empty.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HelperStateAnalyzer : DiagnosticAnalyzer
{
    static readonly string[] Fills = ["Add", "AddRange", "TryAdd", "Insert", "Enqueue", "Push", "UnionWith", "AddOrUpdate"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.CollectionInField];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolStartAction(
            static start =>
            {
                if (!start.Symbol.Has(Parsing.KnownTypes.ResourceType))
                    return;
                var methods = new ConcurrentDictionary<ISymbol, Facts>(SymbolEqualityComparer.Default);
                start.RegisterOperationBlockAction(block =>
                {
                    if (block.OwningSymbol is IMethodSymbol method)
                        methods[method] = Read(method, [.. block.OperationBlocks.SelectMany(static part => part.DescendantsAndSelf())]);
                });
                start.RegisterSymbolEndAction(end => Report(end, methods));
            },
            SymbolKind.NamedType);
    }

    static void Report(SymbolAnalysisContext context, IReadOnlyDictionary<ISymbol, Facts> methods)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var listing in methods.Keys.OfType<IMethodSymbol>().InDeclarationOrder().Where(static method => MethodRoles.Of(method).IsListing()))
        {
            // What the listing fills itself is reported by itself.
            foreach (var helper in Reached(listing, methods).Where(method => !MethodRoles.Of(method).IsListing() && seen.Add(method)))
            {
                foreach (var (member, place) in methods[helper].Filled)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptors.CollectionInField, place.GetLocation(), MethodRoles.Of(listing).Title(listing), listing.ContainingType.ShortName(), member.Name));
                }
            }
        }
    }

    static IEnumerable<IMethodSymbol> Reached(IMethodSymbol listing, IReadOnlyDictionary<ISymbol, Facts> methods)
    {
        var reached = new List<IMethodSymbol> { listing };
        for (var i = 0; i < reached.Count; i++)
        {
            if (methods.TryGetValue(reached[i], out var facts))
                reached.AddRange(facts.Called.Where(called => methods.ContainsKey(called) && !reached.Contains(called, SymbolEqualityComparer.Default)).ToList());
        }
        return reached.Skip(1);
    }

    static Facts Read(IMethodSymbol method, ImmutableArray<IOperation> operations)
    {
        var host = method.ContainingType;
        var called = operations.Select(static operation => operation switch
        {
            IInvocationOperation { Instance: null or IInstanceReferenceOperation } call => call.TargetMethod,
            IMethodReferenceOperation { Instance: null or IInstanceReferenceOperation } reference => reference.Method,
            _ => null,
        }).OfType<IMethodSymbol>().Select(static target => target.OriginalDefinition).Where(target => target.ContainingType.Same(host));
        var filled = operations.Select(operation => operation switch
        {
            IInvocationOperation { Instance: { Type: { } type } instance } call when Fills.Contains(call.TargetMethod.Name) && type.IsMutableCollection() => instance,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type: { } type } instance } } when type.IsMutableCollection() =>
                instance,
            _ => null,
        }).OfType<IOperation>().ToList();
        var changes = filled.Select(place => (Member: place.OwnMember(host), place.Syntax)).Where(static change => change.Member is not null)
            .GroupBy(static change => change.Member!, SymbolEqualityComparer.Default)
            .Where(change => !operations.Any(operation => !filled.Contains(operation) && IsUse(operation, change.Key!, host)))
            .Select(static change => (change.Key!, change.First().Syntax));
        return new([.. called], [.. changes]);
    }

    static bool IsUse(IOperation operation, ISymbol member, INamedTypeSymbol host) =>
        operation is IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false } or IParameterReferenceOperation
        && SymbolEqualityComparer.Default.Equals(operation.OwnMember(host), member);

    sealed record Facts(ImmutableArray<IMethodSymbol> Called, ImmutableArray<(ISymbol Member, SyntaxNode Place)> Filled);
}
