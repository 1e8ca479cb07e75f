using System.Collections.Immutable;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers;

/// <summary>The annotated classes of a compilation, for rules about several of them.</summary>
sealed class ConnectorIndex
{
    public ImmutableArray<INamedTypeSymbol> Connectors { get; private init; }

    public ImmutableArray<INamedTypeSymbol> Configs { get; private init; }

    public ImmutableArray<INamedTypeSymbol> ResourceTypes { get; private init; }

    public static ConnectorIndex Of(Compilation compilation, CancellationToken cancellationToken)
    {
        var connectors = new List<INamedTypeSymbol>();
        var configs = new List<INamedTypeSymbol>();
        var resourceTypes = new List<INamedTypeSymbol>();
        foreach (var type in Types(compilation.Assembly.GlobalNamespace, cancellationToken))
        {
            foreach (var attribute in type.GetAttributes())
            {
                var list = attribute.AttributeClass.Is(KnownTypes.Connector) ? connectors
                    : attribute.AttributeClass.Is(KnownTypes.ConnectorConfig) ? configs
                    : attribute.AttributeClass.Is(KnownTypes.ResourceType) ? resourceTypes
                    : null;
                list?.Add(type);
            }
        }
        return new() { Connectors = Sorted(connectors), Configs = Sorted(configs), ResourceTypes = Sorted(resourceTypes) };
    }

    static ImmutableArray<INamedTypeSymbol> Sorted(List<INamedTypeSymbol> types) => [.. types.InDeclarationOrder()];

    static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol scope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var member in scope.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (var inner in Types(member, cancellationToken))
                yield return inner;
        }
    }
}
