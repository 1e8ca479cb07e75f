using System.Runtime.CompilerServices;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Analyzers.Code;

/// <summary>
/// The methods of an annotated class that the runtime does not call, but that a method which it calls names: found by names alone, once for each
/// class, since that asks the compiler for nothing.
/// </summary>
static class HelperMethods
{
    /// <summary>How many methods there may be on the way.</summary>
    const int Depth = 3;

    // Symbols live as long as their compilation.
    static readonly ConditionalWeakTable<INamedTypeSymbol, Dictionary<ISymbol, IReadOnlyList<IMethodSymbol>>> Known = new();

    /// <summary>What a helper is called for in the end; listing comes first, then provisioning.</summary>
    public static MethodRole RoleOf(IMethodSymbol method, CancellationToken cancellationToken) =>
        Callers(method, cancellationToken).Select(MethodRoles.Of).DefaultIfEmpty().Min();

    /// <summary>The methods that the runtime calls, and that a helper works for.</summary>
    public static IReadOnlyList<IMethodSymbol> Callers(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method is not { MethodKind: MethodKind.Ordinary, ContainingType: { } type } || !(type.Has(KnownTypes.ResourceType) ||
            type.Has(KnownTypes.Connector) || type.IsAbstract))
            return [];
        if (!Known.TryGetValue(type, out var helpers))
        {
            helpers = Find(type, cancellationToken);
            Known.GetValue(type, _ => helpers);
        }
        return helpers.TryGetValue(method.PartialDefinitionPart ?? method, out var callers) ? callers : [];
    }

    static Dictionary<ISymbol, IReadOnlyList<IMethodSymbol>> Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ISymbol, IReadOnlyList<IMethodSymbol>>(SymbolEqualityComparer.Default);
        var methods = type.GetMembers().OfType<IMethodSymbol>().Where(static method => method.MethodKind == MethodKind.Ordinary).ToList();
        var helpers = methods.Where(static method => MethodRoles.Of(method) == MethodRole.None).ToList();
        var roots = methods.Except(helpers, SymbolEqualityComparer.Default).OfType<IMethodSymbol>().ToList();
        if (helpers.Count == 0 || roots.Count == 0)
            return found;
        var names = methods.ToDictionary(static method => method, method => Names(method, cancellationToken), SymbolEqualityComparer.Default);
        foreach (var root in roots)
        {
            var reached = new List<ISymbol> { root };
            var level = reached;
            for (var depth = 0; depth < Depth && level.Count > 0; depth++)
            {
                level = [.. helpers.Where(helper => !reached.Contains(helper) && level.Any(caller => names[caller].Contains(helper.Name)))];
                reached = [.. reached, .. level];
            }
            foreach (var helper in reached.Skip(1))
                found[helper] = found.TryGetValue(helper, out var callers) ? [.. callers, root] : [root];
        }
        return found;
    }

    // Name(…), this.Name and Type.Name, but not row.Name
    static bool IsOwn(SimpleNameSyntax name) => name.Parent is not MemberAccessExpressionSyntax access || access.Name != name ||
        access.Expression is ThisExpressionSyntax or BaseExpressionSyntax ||
            (access.Expression is IdentifierNameSyntax { Identifier.ValueText: [var initial, ..] } && char.IsUpper(initial));

    static HashSet<string> Names(ISymbol method, CancellationToken cancellationToken)
    {
        var implementation = (method as IMethodSymbol)?.PartialImplementationPart ?? method;
        return [.. implementation.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantTokens())
            .Where(static token => token.Parent is SimpleNameSyntax name && IsOwn(name)).Select(static token => token.ValueText)];
    }
}
