using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Parsing;

/// <summary>Checks that code can be generated into an annotated type, and reads where it goes.</summary>
static class HostParser
{
    /// <summary>The oldest version that has all that generated code uses.</summary>
    const LanguageVersion LanguageFloor = LanguageVersion.CSharp12;

    /// <param name="attribute">Short name of the attribute that makes the type a host.</param>
    /// <param name="place">The type's identifier.</param>
    /// <returns>Null when no code can be generated into the type.</returns>
    public static HostModel? Parse(
        INamedTypeSymbol type, string attribute, Location? place, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
    {
        // The compiler itself says that the attributes are for classes.
        if (type.TypeKind != TypeKind.Class || type.Name.Length == 0)
            return null;
        var usable = IsLanguageNewEnough(type, place, compilation, sink) & IsPartial(type, attribute, sink, cancellationToken) &
            IsNameable(type, place, sink) & IsClosed(type, attribute, place, sink) & IsCreatable(type, attribute, place, sink);
        if (!usable)
            return null;
        var parts = ContainingTypes(type).Reverse().Select(Header).ToImmutableArray();
        return new(type.NamespaceName(), new(parts), type.PlainFullName(), type.FullMetadataName());
    }

    static IEnumerable<INamedTypeSymbol> ContainingTypes(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
            yield return current;
    }

    static string Header(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct ",
        { IsRecord: true } => "record class ",
        { TypeKind: TypeKind.Struct } => "struct ",
        { TypeKind: TypeKind.Interface } => "interface ",
        _ => "class ",
    } + type.EscapedName();

    static bool IsLanguageNewEnough(INamedTypeSymbol type, Location? place, Compilation compilation, IParseSink sink)
    {
        if (compilation is not CSharpCompilation { LanguageVersion: var version } || version >= LanguageFloor)
            return true;
        sink.Report(Descriptors.LanguageVersionIsTooLow, place, type.ShortName(), LanguageFloor.ToDisplayString(), version.ToDisplayString());
        return false;
    }

    static bool IsPartial(INamedTypeSymbol type, string attribute, IParseSink sink, CancellationToken cancellationToken)
    {
        var all = true;
        foreach (var current in ContainingTypes(type))
        {
            foreach (var reference in current.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax declaration ||
                    declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                    continue;
                sink.Report(Descriptors.HostIsNotPartial, declaration.Identifier.GetLocation(), type.ShortName(), attribute, current.Name);
                all = false;
            }
        }
        return all;
    }

    static bool IsNameable(INamedTypeSymbol type, Location? place, IParseSink sink)
    {
        foreach (var current in ContainingTypes(type))
        {
            if (Obstacle(current) is not { } obstacle)
                continue;
            sink.Report(Descriptors.HostIsNotAccessible, place, type.ShortName(), current.Name, obstacle);
            return false;
        }
        return true;
    }

    static string? Obstacle(INamedTypeSymbol type) => type switch
    {
        { IsFileLocal: true } => "local to its file",
        { DeclaredAccessibility: Accessibility.Private } => "private",
        { DeclaredAccessibility: Accessibility.Protected } => "protected",
        { DeclaredAccessibility: Accessibility.ProtectedAndInternal } => "private protected",
        _ => null,
    };

    static bool IsClosed(INamedTypeSymbol type, string attribute, Location? place, IParseSink sink)
    {
        if (ContainingTypes(type).All(static current => current.TypeParameters.IsEmpty))
            return true;
        sink.Report(Descriptors.HostIsGeneric, place, type.ShortName(), attribute);
        return false;
    }

    static bool IsCreatable(INamedTypeSymbol type, string attribute, Location? place, IParseSink sink)
    {
        var problem = type.IsStatic ? ("is static", "remove the modifier")
            : type.IsAbstract ? ("is abstract", "remove the modifier, or annotate the classes derived from it")
            : attribute != ConfigParser.Attribute && type.RequiredMember() is { } member
                ? ($"has the required member '{member}'", "take the value in the constructor")
            : default((string What, string Advice)?);
        if (problem is not { } found)
            return true;
        sink.Report(Descriptors.HostCannotBeCreated, place, type.ShortName(), attribute, found.What, found.Advice);
        return false;
    }
}
