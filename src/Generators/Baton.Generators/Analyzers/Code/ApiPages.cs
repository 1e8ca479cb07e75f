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
        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None } || type.ContainingNamespace?.ToDisplayString() is "Baton" or "System")
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

    /// <summary>The awaited calls of a method whose answers are pages, with the local that holds each answer.</summary>
    public static IEnumerable<(IAwaitOperation Call, ILocalSymbol? Local, IPropertySymbol Next)> In(MethodBody body)
    {
        foreach (var wait in body.All<IAwaitOperation>())
        {
            if (wait.Bare() is IInvocationOperation && NextOf(wait.Type) is { } next)
                yield return (wait, LocalOf(wait), next);
        }
    }

    static ILocalSymbol? LocalOf(IAwaitOperation wait)
    {
        IOperation value = wait;
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
