using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Passes an id without its type, and names a lost grant by types instead of by text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlainIdFix))]
[Shared]
public sealed class PlainIdFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.IdIsMadeByHand];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is not { } text)
            return null;
        var holes = text.Contents.OfType<InterpolationSyntax>().Where(static hole => hole is { AlignmentClause: null, FormatClause: null }).ToList();
        var pattern = string.Concat(text.Contents.Select(static part => part is InterpolatedStringTextSyntax literal ? literal.TextToken.ValueText : "\0")).Split(':');
        if (pattern.Length == 2 && holes is [var only] && text.Contents.Last() == only &&
            semantics.GetTypeInfo(only.Expression, cancellationToken).Type?.SpecialType == SpecialType.System_String)
            return new(text, "Pass the id alone", current => only.Expression.WithTriviaFrom(current));
        if (pattern.Length != 5 || holes.Count != 2 || pattern[1] != "\0" || pattern[4] != "\0" ||
            text.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } ||
            semantics.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { Name: "Replaced", ContainingType.Name: "GrantOutcome" } ||
            ClassOf(pattern[0], semantics, cancellationToken) is not { } resource || ClassOf(pattern[3], semantics, cancellationToken) is not { } principal)
            return null;
        var outcome = Code.Name("Baton.GrantOutcome", call.SpanStart, semantics);
        return new(call, "Name the grant by types", current => SyntaxFactory.ParseExpression(
            $"{outcome}.Replaced<{Name(resource)}, {Name(principal)}>({holes[0].Expression}, {Code.Text(pattern[2])}, {holes[1].Expression})").WithTriviaFrom(current));

        string Name(INamedTypeSymbol type) => type.ToMinimalDisplayString(semantics, call.SpanStart);
    }

    static INamedTypeSymbol? ClassOf(string id, SemanticModel semantics, CancellationToken cancellationToken) =>
        Analyzers.ConnectorIndex.Of(semantics.Compilation, cancellationToken).ResourceTypes.FirstOrDefault(type =>
            Parsing.AttributeReader.Of(type, Parsing.KnownTypes.ResourceType, cancellationToken)?.Text(0) == id);
}
