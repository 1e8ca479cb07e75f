using System.Collections.Immutable;
using System.Globalization;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads how an object is made from the service container.</summary>
static class ConstructorParser
{
    /// <returns>Null when no code can make the object.</returns>
    public static ConstructorModel? Parse(INamedTypeSymbol type, Location? place, IParseSink sink, CancellationToken cancellationToken)
    {
        if (Choose(type, cancellationToken) is not { } constructor)
        {
            var count = Candidates(type).Count();
            var words = count == 0 ? "no" : count.ToString(CultureInfo.InvariantCulture);
            sink.Report(Descriptors.ConstructorIsAmbiguous, place, type.ShortName(), words);
            return null;
        }
        var parameters = ImmutableArray.CreateBuilder<DependencyModel>(constructor.Parameters.Length);
        var usable = true;
        foreach (var parameter in constructor.Parameters)
        {
            if (Obstacle(parameter) is { } obstacle)
            {
                sink.Report(Descriptors.ConstructorParameterIsUnsupported, parameter.TypePlace(cancellationToken) ?? place,
                    parameter.Name, parameter.Type.ShortName(), type.ShortName(), obstacle);
                usable = false;
            }
            parameters.Add(new(parameter.Type.FullName(), KindOf(parameter)));
        }
        return usable ? new(new(parameters.MoveToImmutable())) : null;
    }

    /// <summary>The constructor that generated code calls: the primary one, else the only public or internal one.</summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var candidates = Candidates(type).ToList();
        return candidates.Count == 1 ? candidates[0]
            : type.PrimaryConstructor(cancellationToken) is { } primary && candidates.Contains(primary, SymbolEqualityComparer.Default) ? primary
            : null;
    }

    public static DependencyKind KindOf(IParameterSymbol parameter) =>
        parameter.Type.Is(KnownTypes.HttpClient) ? DependencyKind.HttpClient
        : parameter.Type.Is(KnownTypes.Logger) ? DependencyKind.Logger
        : parameter.HasExplicitDefaultValue || parameter.NullableAnnotation == NullableAnnotation.Annotated ? DependencyKind.Optional
        : DependencyKind.Service;

    static IEnumerable<IMethodSymbol> Candidates(INamedTypeSymbol type) => type.InstanceConstructors.Where(constructor =>
        constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal &&
        !(type.IsRecord && constructor.Parameters is [{ Type: var only }] && only.Same(type)));

    static string? Obstacle(IParameterSymbol parameter) => parameter switch
    {
        { RefKind: not RefKind.None } => "it is passed by reference; take it by value",
        { Type.SpecialType: SpecialType.System_String } => "a text is no service; take the [ConnectorConfig] record, which holds the settings",
        { Type.IsValueType: true } => "a value is no service; take the [ConnectorConfig] record, which holds the settings",
        { Type.TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic } =>
            "it is no service; take an object of a class or an interface",
        _ => null,
    };
}
