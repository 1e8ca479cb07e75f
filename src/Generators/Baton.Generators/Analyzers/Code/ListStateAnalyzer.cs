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
        foreach (var target in body.Operations.SelectMany(Targets))
        {
            if (target.OwnMember(body.Host) is not { } member || !seen.Add(member))
                continue;
            body.Report(TypeOf(member).IsMutableCollection() ? Descriptors.CollectionInField : Descriptors.PositionInField, target.Syntax,
                body.Role.Title(body.Method), body.Host.ShortName(), member.Name);
        }
    }

    /// <summary>What an operation changes.</summary>
    static IEnumerable<IOperation> Targets(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation { Target: ITupleOperation tuple } => tuple.Elements,
        IAssignmentOperation assignment => [assignment.Target],
        IIncrementOrDecrementOperation increment => [increment.Target],
        IInvocationOperation { TargetMethod.ContainingType: { } type, Arguments: [var changed, ..] } when type.Is("System.Threading.Interlocked") => [changed.Value],
        IInvocationOperation { Instance: { Type: { } type } instance } call when Changes.Contains(call.TargetMethod.Name) && type.IsMutableCollection() => [instance],
        _ => [],
    };

    static ITypeSymbol TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => ((IParameterSymbol)member).Type,
    };
}
