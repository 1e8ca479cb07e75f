using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>What a listing method remembers in its object is lost when a sync goes on in another process, and shared by calls that run at once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ListStateAnalyzer : MethodBodyAnalyzer
{
    static readonly string[] Changes =
    [
        "Add", "AddRange", "Clear", "Remove", "RemoveAll", "RemoveAt", "Insert", "TryAdd", "AddOrUpdate", "GetOrAdd", "TryRemove", "Enqueue", "Push",
        "UnionWith", "Sort", "EnsureCapacity",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.PositionInField, Descriptors.CollectionInField];

    private protected override void Analyze(MethodBody body)
    {
        if (!body.Role.IsListing())
            return;
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var (operation, target) in body.Operations.SelectMany(static operation => Targets(operation).Select(target => (operation, target))))
        {
            if ((target.OwnMember(body.Host) ?? Shared(target) ?? Within(target, operation, body.Host)) is not { } member || !seen.Add(member))
                continue;
            var isCollection = TypeOf(member).IsMutableCollection() || (operation is IInvocationOperation && target.Type?.IsMutableCollection() == true);
            body.Report(isCollection ? Descriptors.CollectionInField : Descriptors.PositionInField, target.Syntax,
                body.Title, body.Host.ShortName(), member.Name);
        }
    }

    // _state.Page++, _state.Seen.Add(id): what an object of the class remembers, the class does. Other settings of it are no position.
    static ISymbol? Within(IOperation target, IOperation operation, INamedTypeSymbol host)
    {
        if (operation is not IInvocationOperation && !Moves(operation).Any())
            return null;
        var current = target.Bare();
        while (current is IMemberReferenceOperation { Instance: { } instance } and not IPropertyReferenceOperation { Property.IsIndexer: true })
        {
            current = instance.Bare();
            if (current.OwnMember(host) is { } member)
                return member;
        }
        return null;
    }

    // What a helper fills is judged with what its callers do; the position that it keeps is wrong wherever it is kept.
    private protected override void AnalyzeHelper(MethodBody body)
    {
        if (!body.Role.IsListing())
            return;
        foreach (var (operation, target) in body.Operations.SelectMany(static operation => Moves(operation).Select(target => (operation, target))))
        {
            if ((target.OwnMember(body.Host) ?? Within(target, operation, body.Host)) is { } member && !TypeOf(member).IsMutableCollection())
                body.Report(Descriptors.PositionInField, target.Syntax, body.Title, body.Host.ShortName(), member.Name);
        }
    }

    // _page++; _next = answer.NextCursor
    static IEnumerable<IOperation> Moves(IOperation operation) => operation switch
    {
        IIncrementOrDecrementOperation increment => [increment.Target],
        ICompoundAssignmentOperation sum => [sum.Target],
        ISimpleAssignmentOperation { Value: var value } assignment when value.NameOf() is { } name && ApiPages.IsNext(name) => [assignment.Target],
        _ => [],
    };

    // What a static class of the same project remembers.
    static ISymbol? Shared(IOperation target) => target.Bare() switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, DeclaringSyntaxReferences.Length: > 0 } field } => field,
        IPropertyReferenceOperation { Property: { IsStatic: true, DeclaringSyntaxReferences.Length: > 0 } property } => property,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } indexed } => Shared(indexed),
        _ => null,
    };

    /// <summary>What an operation changes.</summary>
    static IEnumerable<IOperation> Targets(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation { Target: ITupleOperation tuple } => tuple.Elements,
        IAssignmentOperation assignment => [assignment.Target],
        IIncrementOrDecrementOperation increment => [increment.Target],
        IInvocationOperation { TargetMethod.ContainingType: { } type, Arguments: [var changed, ..] } when type.Is("System.Threading.Interlocked") => [changed.Value],
        IInvocationOperation { Instance: { Type: { } type } instance } call when Changes.Contains(call.TargetMethod.Name) && type.IsMutableCollection() =>
            [Held(instance)],
        // rows.ForEach(_all.Add)
        IMethodReferenceOperation { Instance: { Type: { } type } instance } reference when Changes.Contains(reference.Method.Name) &&
            type.IsMutableCollection() => [Held(instance)],
        _ => [],
    };

    // var all = _all; all.Add(team)
    static IOperation Held(IOperation instance) => instance.Bare() is ILocalReferenceOperation local && local.Initializer() is { } held ? held : instance;

    static ITypeSymbol TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => ((IParameterSymbol)member).Type,
    };
}
