using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers;

/// <summary>Follows constructor parameters through the author's classes.</summary>
sealed class DependencyWalk(Compilation compilation, CancellationToken cancellationToken)
{
    /// <summary>A path that comes back to where it began; null when there is none.</summary>
    public IReadOnlyList<INamedTypeSymbol>? FindCircle(INamedTypeSymbol host, IParameterSymbol parameter)
    {
        var path = new List<INamedTypeSymbol> { host };
        var done = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        return Visit(parameter);

        IReadOnlyList<INamedTypeSymbol>? Visit(IParameterSymbol current)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!IsOwn(current, out var type))
                return null;
            var start = path.FindIndex(type.Same);
            if (start >= 0)
                return [.. path.Skip(start), type];
            if (!done.Add(type) || ConstructorParser.Choose(type, cancellationToken) is not { } constructor)
                return null;
            path.Add(type);
            var circle = constructor.Parameters.Select(Visit).FirstOrDefault(static found => found is not null);
            path.RemoveAt(path.Count - 1);
            return circle;
        }
    }

    /// <summary>A type of the author that is needed and that generated code cannot register; null when there is none.</summary>
    public (INamedTypeSymbol Consumer, INamedTypeSymbol Service, string Reason)? FindUnregistered(INamedTypeSymbol host, IParameterSymbol parameter)
    {
        var done = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        return Visit(host, parameter);

        (INamedTypeSymbol, INamedTypeSymbol, string)? Visit(INamedTypeSymbol consumer, IParameterSymbol current)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!IsOwn(current, out var type) || ServiceDiscovery.IsHost(type) || !done.Add(type))
                return null;
            if (Obstacle(type) is { } reason)
                return (consumer, type, reason);
            return ConstructorParser.Choose(type, cancellationToken)!.Parameters
                .Select(next => Visit(type, next)).FirstOrDefault(static found => found is not null);
        }
    }

    bool IsOwn(IParameterSymbol parameter, out INamedTypeSymbol type)
    {
        type = (parameter.Type as INamedTypeSymbol)!;
        return type is { TypeKind: TypeKind.Class or TypeKind.Interface, SpecialType: SpecialType.None } &&
            ConstructorParser.KindOf(parameter) == DependencyKind.Service && type.IsDeclaredIn(compilation);
    }

    string? Obstacle(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface ? "is an interface"
        : type.IsAbstract ? "is abstract"
        : type.RequiredMember() is { } member ? $"has the required member '{member}'"
        : ConstructorParser.Parse(type, null, SilentSink.Instance, cancellationToken) is null ? "has no constructor that generated code can call"
        : null;
}
