using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Recognizes answers of an API that say where the next page begins.</summary>
static class ApiPages
{
    static readonly string[] Exact =
    [
        "next", "nextpage", "nextpagetoken", "nexttoken", "nextcursor", "nextlink", "nexturl", "nexturi", "nextmarker", "nextoffset", "nextpageurl",
        "nextpagelink", "nextpagecursor", "continuationtoken", "continuation", "endcursor", "odatanextlink", "hasmore", "hasnextpage", "hasnext",
        "pagetoken", "scrollid", "bookmark",
    ];

    /// <summary>The property that leads to the next page; null when the type has none.</summary>
    public static IPropertySymbol? NextOf(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None } || type.ContainingNamespace?.ToDisplayString() is not { } space ||
            space is "Baton" or "System" || space.StartsWith("System.", StringComparison.Ordinal))
            return null;
        for (ITypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (IsNext(property.Name) && property is { IsStatic: false, IsIndexer: false })
                    return property;
            }
        }
        return null;
    }

    public static bool IsNext(string name) => Exact.Contains(name.Replace("_", "").ToLowerInvariant());

    /// <summary>The calls of a method whose answers are pages, with the local that holds each answer.</summary>
    public static IEnumerable<(IOperation Call, ILocalSymbol? Local, IPropertySymbol Next)> In(MethodBody body)
    {
        foreach (var operation in body.Operations)
        {
            if (Answer(operation) is { } answer && NextOf(answer.Type) is { } next)
                yield return (answer, LocalOf(answer), next);
        }
    }

    // await client.PageAsync(…), and client.Page(…)
    static IOperation? Answer(IOperation operation) => operation switch
    {
        IAwaitOperation wait when wait.Bare() is IInvocationOperation => wait,
        // Awaited somewhere else: await first, after Task.WhenAll(first, second)
        IAwaitOperation { Operation: ILocalReferenceOperation local } wait when local.Initializer()?.Bare() is IInvocationOperation => wait,
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.Ordinary } call => call,
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: var owner } } result when owner.Is(KnownTypes.TaskOf) ||
            owner.Is(KnownTypes.ValueTaskOf) => result,
        _ => null,
    };

    static ILocalSymbol? LocalOf(IOperation answer)
    {
        var value = answer;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
            _ => null,
        };
    }
}
