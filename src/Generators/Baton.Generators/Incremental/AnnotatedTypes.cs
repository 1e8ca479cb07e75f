using System.Runtime.CompilerServices;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Incremental;

/// <summary>
/// The models of all types that bear an attribute. A model is made again only when the type's own files changed, or what anything
/// else in the compilation declares: the compiler's own way would bind and parse every annotated type after every keystroke.
/// </summary>
/// <typeparam name="T">A model: plain data.</typeparam>
sealed class AnnotatedTypes<T>(string attribute, AnnotatedTypes<T>.Parser parse)
    where T : class
{
    public delegate T? Parser(INamedTypeSymbol type, Compilation compilation, IParseSink sink, CancellationToken cancellationToken);

    readonly ConditionalWeakTable<TypeDeclarationSyntax, Remembered> _remembered = new();

    public IEnumerable<T> Models(Compilation compilation, CancellationToken cancellationToken)
    {
        // Without a reference to the runtime there is nothing to find.
        if (compilation.GetTypeByMetadataName(attribute) is not { } attributeType)
            yield break;
        var declarations = Declarations.Of(compilation, cancellationToken);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var candidate in Candidates.In(tree, cancellationToken))
            {
                if (!_remembered.TryGetValue(candidate, out var known) || !known.Holds(declarations, compilation))
                {
                    known = Parse(candidate, attributeType, declarations, compilation, cancellationToken);
                    Remember(candidate, known);
                }
                if (known.Model is not null)
                    yield return known.Model;
            }
        }
    }

    Remembered Parse(
        TypeDeclarationSyntax candidate, INamedTypeSymbol attributeType, ulong declarations, Compilation compilation, CancellationToken cancellationToken)
    {
        var type = compilation.GetSemanticModel(candidate.SyntaxTree).GetDeclaredSymbol(candidate, cancellationToken) as INamedTypeSymbol;
        var model = type is not null && IsFirst(type, candidate, attributeType) ? parse(type, compilation, SilentSink.Instance, cancellationToken) : null;
        return new(declarations, [.. type is null ? [] : FilesOf(type).Select(static tree => new WeakReference<SyntaxTree>(tree))], model);
    }

    void Remember(TypeDeclarationSyntax candidate, Remembered known)
    {
        // Two runs may look at one file at the same time.
        lock (_remembered)
        {
            _remembered.Remove(candidate);
            _remembered.Add(candidate, known);
        }
    }

    // A mistaken second attribute on another part of the type is the compiler's to report; it must not make a second model.
    static bool IsFirst(INamedTypeSymbol type, TypeDeclarationSyntax candidate, INamedTypeSymbol attributeType)
    {
        var first = type.GetAttributes().FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attributeType));
        return first?.ApplicationSyntaxReference is { } place && place.SyntaxTree == candidate.SyntaxTree
            && candidate.AttributeLists.Any(list => list.Span.Contains(place.Span));
    }

    // The methods that are looked into are those of the type and its bases.
    static IEnumerable<SyntaxTree> FilesOf(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var reference in current.DeclaringSyntaxReferences)
                yield return reference.SyntaxTree;
        }
    }

    sealed class Remembered(ulong declarations, WeakReference<SyntaxTree>[] files, T? model)
    {
        public T? Model => model;

        public bool Holds(ulong now, Compilation compilation) => declarations == now
            && files.All(file => file.TryGetTarget(out var tree) && compilation.ContainsSyntaxTree(tree));
    }
}
