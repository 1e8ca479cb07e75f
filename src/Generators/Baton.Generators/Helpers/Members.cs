using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Helpers;

/// <summary>Members of a type as its own code sees them.</summary>
static class Members
{
    // A parser for each kind of method asks for them; symbols live as long as their compilation.
    static readonly ConditionalWeakTable<INamedTypeSymbol, IReadOnlyList<IMethodSymbol>> Methods = new();

    /// <summary>Ordinary methods: the type's own in declaration order, then those of base classes that are neither overridden nor hidden.</summary>
    public static IReadOnlyList<IMethodSymbol> OrdinaryMethods(this INamedTypeSymbol type, Compilation compilation) =>
        Methods.TryGetValue(type, out var known) ? known : Methods.GetValue(type, _ => FindOrdinaryMethods(type, compilation));

    static List<IMethodSymbol> FindOrdinaryMethods(INamedTypeSymbol type, Compilation compilation)
    {
        var seen = new List<IMethodSymbol>();
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var method in current.GetMembers().OfType<IMethodSymbol>().InDeclarationOrder())
            {
                if (method.MethodKind != MethodKind.Ordinary || seen.Any(earlier => Hides(earlier, method)) || !IsVisible(method, type, compilation))
                    continue;
                seen.Add(method);
            }
        }
        return seen;
    }

    /// <summary>Properties, base types first, each type's in declaration order; an override stands where the original stood.</summary>
    public static IReadOnlyList<IPropertySymbol> Properties(this ITypeSymbol type)
    {
        var properties = new List<IPropertySymbol>();
        var levels = new Stack<ITypeSymbol>();
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
            levels.Push(current);
        foreach (var level in type.TypeKind == TypeKind.Interface ? [.. type.AllInterfaces, type] : levels.AsEnumerable())
        {
            foreach (var property in level.GetMembers().OfType<IPropertySymbol>().InDeclarationOrder())
            {
                if (property.IsIndexer || property.IsImplicitlyDeclared || property.ExplicitInterfaceImplementations.Length > 0)
                    continue;
                var earlier = properties.FindIndex(other => other.Name == property.Name);
                if (earlier < 0)
                    properties.Add(property);
                else
                    properties[earlier] = property;
            }
        }
        return properties;
    }

    /// <summary>The constructor whose parameters stand behind the type's name.</summary>
    public static IMethodSymbol? PrimaryConstructor(this INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences
            .Any(reference => reference.GetSyntax(cancellationToken) is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax));

    /// <summary>A member that every object initializer has to set; null when there is none.</summary>
    public static string? RequiredMember(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            var required = current.GetMembers().FirstOrDefault(static member =>
                member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
            if (required is not null)
                return required.Name;
        }
        return null;
    }

    static bool IsVisible(IMethodSymbol method, INamedTypeSymbol type, Compilation compilation) =>
        method.ContainingType.Same(type) || compilation.IsSymbolAccessibleWithin(method, type);

    static bool Hides(IMethodSymbol earlier, IMethodSymbol later) =>
        earlier.Name == later.Name && earlier.Parameters.Length == later.Parameters.Length &&
        earlier.Parameters.Zip(later.Parameters, static (left, right) => left.Type.Same(right.Type)).All(static same => same);
}
