using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Puts a 64-bit number into the profile as text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NumberAsTextFix))]
[Shared]
public sealed class NumberAsTextFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NumberLosesPrecision];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<ArgumentSyntax>()?.Expression is not { } value || semantics.GetTypeInfo(value, cancellationToken).Type is not { } type)
            return null;
        var nullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var culture = Code.Name("System.Globalization.CultureInfo", value.SpanStart, semantics);
        return new(value, "Use its text", current => SyntaxFactory.ParseExpression(
            $"{Operand((ExpressionSyntax)current)}{(nullable ? "?" : "")}.ToString({culture}.InvariantCulture)").WithTriviaFrom(current));
    }

    static string Operand(ExpressionSyntax value) => value.WithoutTrivia() switch
    {
        IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax => value.WithoutTrivia().ToString(),
        var other => $"({other})",
    };
}
