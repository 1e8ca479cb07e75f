using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Throws a ConnectorException instead of a plain one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TypedExceptionFix))]
[Shared]
public sealed class TypedExceptionFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.PlainException];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>() is not { ArgumentList.Arguments: { Count: > 0 } arguments } creation)
            return null;
        var type = SyntaxFactory.ParseTypeName(Code.Name("Baton.ConnectorException", creation.SpanStart, semantics));
        var code = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(Code.Name("Baton.ErrorCode", creation.SpanStart, semantics) + ".Internal"));
        return new(creation, "Throw ConnectorException", current =>
        {
            var written = (ObjectCreationExpressionSyntax)current;
            var all = SyntaxFactory.SingletonSeparatedList(code);
            foreach (var argument in written.ArgumentList!.Arguments)
                all = all.With(argument.WithoutLeadingTrivia());
            return written.WithType(type.WithTriviaFrom(written.Type)).WithArgumentList(written.ArgumentList.WithArguments(all));
        });
    }
}
