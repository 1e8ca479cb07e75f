using System.Collections.Immutable;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>
/// Finds the author's classes that a constructor names, directly or through other constructors. They are registered as singletons, so that
/// an author need not; what generated code cannot make is left for the author's <c>ConfigureServices</c>.
/// </summary>
static class ServiceDiscovery
{
    public static EquatableArray<ServiceModel> Find(INamedTypeSymbol host, Compilation compilation, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<ServiceModel>();
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        Visit(host);
        return new(found.ToImmutable());

        void Visit(INamedTypeSymbol type)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var service in Services(type, compilation, cancellationToken))
            {
                if (!seen.Add(service) || ConstructorParser.Parse(service, null, SilentSink.Instance, cancellationToken) is not { } constructor)
                    continue;
                found.Add(new(service.FullName(), constructor));
                Visit(service);
            }
        }
    }

    /// <summary>The classes among the constructor's parameters that could be registered without the author's help.</summary>
    public static IEnumerable<INamedTypeSymbol> Services(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken) =>
        ConstructorParser.Choose(type, cancellationToken) is { } constructor
            ? constructor.Parameters.Where(static parameter => ConstructorParser.KindOf(parameter) == DependencyKind.Service)
                .Select(static parameter => parameter.Type).OfType<INamedTypeSymbol>().Where(service => IsService(service, compilation))
            : [];

    static bool IsService(INamedTypeSymbol type, Compilation compilation) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false } && type.IsDeclaredIn(compilation) &&
        !IsHost(type) && type.RequiredMember() is null && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly);

    /// <summary>Annotated classes are registered in their own right.</summary>
    public static bool IsHost(INamedTypeSymbol type) =>
        type.Has(KnownTypes.Connector) || type.Has(KnownTypes.ConnectorConfig) || type.Has(KnownTypes.ResourceType);

    public static bool IsDeclaredIn(this ITypeSymbol type, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);
}
