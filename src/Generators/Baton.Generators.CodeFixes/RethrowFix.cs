using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Lets a caught error go on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RethrowFix))]
[Shared]
public sealed class RethrowFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ErrorIsSwallowed];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } handler)
            return null;
        return new(handler, "Rethrow the error", current =>
        {
            // What follows a return is never reached.
            var clause = (CatchClauseSyntax)current;
            var rest = clause.Block.Statements.LastOrDefault() is ReturnStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax
                ? clause.Block.Statements.RemoveAt(clause.Block.Statements.Count - 1)
                : clause.Block.Statements;
            var inner = Code.Indentation(handler) + "    ";
            var rethrow = SyntaxFactory.ParseStatement($"{inner}throw;{Code.LineEnd(handler)}");
            return clause.WithBlock(clause.Block.WithStatements(rest.Add(rethrow)));
        });
    }
}
