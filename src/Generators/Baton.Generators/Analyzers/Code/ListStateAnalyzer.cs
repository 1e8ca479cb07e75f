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
        foreach (var operation in body.Operations)
        {
            if (Changed(operation, body.Host) is not { } change || !seen.Add(change.Member))
                continue;
            body.Report(change.IsCollection ? Descriptors.CollectionInField : Descriptors.PositionInField, change.Place,
                body.Role.Title(body.Method), body.Host.ShortName(), change.Member.Name);
        }
    }

    static (ISymbol Member, bool IsCollection, SyntaxNode Place)? Changed(IOperation operation, INamedTypeSymbol host)
    {
        var target = operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation increment => increment.Target,
            IInvocationOperation { Instance: { Type: { } type } instance } call when Changes.Contains(call.TargetMethod.Name) && type.IsMutableCollection() =>
                instance,
            _ => null,
        };
        return target?.OwnMember(host) is { } member ? (member, TypeOf(member).IsMutableCollection(), target.Syntax) : null;
    }

    static ITypeSymbol TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => ((IParameterSymbol)member).Type,
    };
}
