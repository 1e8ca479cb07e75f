using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers;

/// <summary>Follows children to their parents, up to a type that is listed without one.</summary>
static class ParentChains
{
    public static void Check(INamedTypeSymbol type, Location? place, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
    {
        var seen = new List<INamedTypeSymbol>();
        if (Reaches(type))
            return;
        var chain = string.Join(", ", seen.Select(static parent => parent.ShortName()));
        sink.Report(Descriptors.ResourcesAreNeverListed, place, type.ShortName(), chain);

        // Whatever cannot be read counts as listed: it has diagnostics of its own.
        bool Reaches(INamedTypeSymbol current)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var parents = Parents(current, compilation);
            if (parents is null)
                return true;
            foreach (var parent in parents)
            {
                if (seen.Contains(parent, SymbolEqualityComparer.Default))
                    continue;
                seen.Add(parent);
                if (Reaches(parent))
                    return true;
            }
            return false;
        }
    }

    /// <returns>Null when a method lists without a parent, or there is no method.</returns>
    static List<INamedTypeSymbol>? Parents(INamedTypeSymbol type, Compilation compilation)
    {
        var methods = type.OrdinaryMethods(compilation).Where(static method => method.Name == "ListAsync").ToList();
        var parents = new List<INamedTypeSymbol>();
        foreach (var method in methods)
        {
            var key = method.Parameters.FirstOrDefault(static parameter => parameter.Type.Is(KnownTypes.TypedResourceKey))?.Type as INamedTypeSymbol;
            if (key?.TypeArguments[0] is not INamedTypeSymbol parent || !ResourceTypeParser.IsRegistered(parent, compilation))
                return null;
            parents.Add(parent);
        }
        return parents.Count == 0 ? null : parents;
    }
}
