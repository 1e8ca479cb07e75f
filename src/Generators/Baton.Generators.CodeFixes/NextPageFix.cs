using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Analyzers.Code;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Returns what an answer names as its next page.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NextPageFix))]
[Shared]
public sealed class NextPageFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NextPageIsNotRead];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method ||
            node.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is not { } variable ||
            semantics.GetDeclaredSymbol(variable, cancellationToken) is not ILocalSymbol local || ApiPages.NextOf(local.Type) is not { } next ||
            !ApiPages.IsNext(next.Name))
            return null;
        var pages = method.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
            .Where(creation => semantics.GetTypeInfo(creation, cancellationToken).Type is INamedTypeSymbol { Name: "Page", ContainingNamespace.Name: "Baton" }).ToList();
        if (pages is not [{ ArgumentList.Arguments.Count: 1 } page] || page.SpanStart < variable.Span.End ||
            semantics.GetSymbolInfo(page, cancellationToken).Symbol is not IMethodSymbol { ContainingType: { } type } ||
            type.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.Length == 2)?.Parameters[1].Type is not { } cursor ||
            !semantics.Compilation.HasImplicitConversion((next as IPropertySymbol)?.Type ?? ((IFieldSymbol)next).Type, cursor))
            return null;
        var argument = SyntaxFactory.Argument(SyntaxFactory.ParseExpression($"{local.Name}.{next.Name}"));
        return new(page, $"Return '{local.Name}.{next.Name}' as the next cursor", current =>
        {
            var written = (BaseObjectCreationExpressionSyntax)current;
            return written.WithArgumentList(written.ArgumentList!.WithArguments(written.ArgumentList.Arguments.With(argument)));
        });
    }
}
