using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Adds a cancellation token to the parameters of a method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeTokenFix))]
[Shared]
public sealed class TakeTokenFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NoTokenIsTaken];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
            return null;
        var type = SyntaxFactory.ParseTypeName(Code.Name("System.Threading.CancellationToken", method.SpanStart, semantics)).WithTrailingTrivia(SyntaxFactory.Space);
        var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier("ct")).WithType(type);
        if (IsAsyncIterator(method, semantics, cancellationToken))
        {
            var name = Code.Name("System.Runtime.CompilerServices.EnumeratorCancellation", method.SpanStart, semantics);
            parameter = parameter.WithAttributeLists([SyntaxFactory.AttributeList([SyntaxFactory.Attribute(SyntaxFactory.ParseName(name))])
                .WithTrailingTrivia(SyntaxFactory.Space)]);
        }
        return new(method, "Take a CancellationToken", current =>
        {
            var changed = (MethodDeclarationSyntax)current;
            return changed.WithParameterList(changed.ParameterList.WithParameters(changed.ParameterList.Parameters.With(parameter)));
        });
    }

    static bool IsAsyncIterator(MethodDeclarationSyntax method, SemanticModel semantics, CancellationToken cancellationToken) =>
        method.Modifiers.Any(SyntaxKind.AsyncKeyword) &&
        semantics.GetDeclaredSymbol(method, cancellationToken)?.ReturnType.OriginalDefinition.ToDisplayString() == "System.Collections.Generic.IAsyncEnumerable<T>";
}
