using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Says that a time is in UTC.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UtcTimeFix))]
[Shared]
public sealed class UtcTimeFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.TimeHasNoZone];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<ArgumentSyntax>()?.Expression is not { } value ||
            semantics.GetTypeInfo(value, cancellationToken).Type?.SpecialType != SpecialType.System_DateTime)
            return null;
        if (value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Now" } now)
            return new(now, "Use UtcNow", static current => ((MemberAccessExpressionSyntax)current).WithName(SyntaxFactory.IdentifierName("UtcNow")));
        string Type(string full) => Code.Name(full, value.SpanStart, semantics);
        return new(value, "Say that it is UTC", current => SyntaxFactory.ParseExpression(
            $"{Type("System.DateTime")}.SpecifyKind({current.WithoutTrivia()}, {Type("System.DateTimeKind")}.Utc)").WithTriviaFrom(current));
    }
}
