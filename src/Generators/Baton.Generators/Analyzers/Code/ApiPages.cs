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

    /// <summary>Names of what an answer says about its pages, where it says so in an object of its own.</summary>
    static readonly string[] Holders = ["meta", "metadata", "responsemetadata", "paging", "pagination", "pageinfo", "links", "cursor", "cursors"];

    /// <summary>The member that leads to the next page; null when the type has none.</summary>
    public static ISymbol? NextOf(ITypeSymbol? type) => Member(type, IsNext) ??
        (Member(type, static name => Holders.Contains(Plain(name))) is IPropertySymbol holder && Member(holder.Type, IsNext) is not null ? holder : null);

    public static bool IsNext(string name) => Exact.Contains(Plain(name));

    /// <summary>Whether a member of an answer may lead to the next page.</summary>
    public static bool LeadsOn(ISymbol member) => LeadsOn(member.Name);

    /// <summary>Whether what has this name may lead to the next page.</summary>
    public static bool LeadsOn(string name) => IsNext(name) || Holders.Contains(Plain(name));

    static string Plain(string name) => name.Replace("_", "").ToLowerInvariant();

    static ISymbol? Member(ITypeSymbol? type, Func<string, bool> isMeant)
    {
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            return tuple.TupleElements.FirstOrDefault(element => isMeant(element.Name));
        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None } || type.ContainingNamespace?.ToDisplayString() is not { } space ||
            space is "Baton" or "System" || space.StartsWith("System.", StringComparison.Ordinal))
            return null;
        for (ITypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property =>
                isMeant(property.Name) && property is { IsStatic: false, IsIndexer: false }) is { } found)
                return found;
        }
        return null;
    }

    /// <summary>The calls of a method whose answers are pages, with the local that holds each answer.</summary>
    public static IEnumerable<(IOperation Call, ILocalSymbol? Local, ISymbol Next)> In(MethodBody body)
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
