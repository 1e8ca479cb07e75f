using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Parsing;

/// <summary>Looks into a method for a use of the parent of a key.</summary>
static class ParentUse
{
    /// <summary>Methods that the key is handed on to.</summary>
    const int Depth = 3;

    /// <summary>False only when it is certain: of the key, nothing but its own id and type is looked at, and whether there is a parent.</summary>
    public static bool MayLookAtParent(IMethodSymbol method, IParameterSymbol key, CancellationToken cancellationToken) =>
        MayLookAtParent(method, key, Depth, cancellationToken);

    static bool MayLookAtParent(IMethodSymbol method, IParameterSymbol key, int depth, CancellationToken cancellationToken)
    {
        var declaration = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as MethodDeclarationSyntax;
        return depth == 0 || ((SyntaxNode?)declaration?.Body ?? declaration?.ExpressionBody) is not { } body ||
            body.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == key.Name && !IsOwnPart(name) && !IsIdle(name) && !IsHandedOn(name, method, depth, cancellationToken));
    }

    static bool IsOwnPart(IdentifierNameSyntax key) =>
        key.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id" or "Type" } access && access.Expression == key;

    // nameof(key), ThrowIfNull(key), _ = key.Parent, key.Parent is null
    static bool IsIdle(IdentifierNameSyntax key)
    {
        var whole = key.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parent" } access && access.Expression == key ? access
            : (ExpressionSyntax)key;
        return whole.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => NameOf(call) is "nameof" or "ThrowIfNull" ||
                NameOf(call)?.StartsWith("Log", StringComparison.Ordinal) == true,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } => true,
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax } => true,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right: LiteralExpressionSyntax } => true,
            _ => false,
        };
    }

    // A method beside it that does not look at the parent either.
    static bool IsHandedOn(IdentifierNameSyntax key, IMethodSymbol method, int depth, CancellationToken cancellationToken) =>
        key.Parent is ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax all } argument &&
        all.Parent is InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } &&
        method.ContainingType.GetMembers(called.Identifier.ValueText).OfType<IMethodSymbol>().ToList() is [var only] &&
            all.Arguments.IndexOf(argument) is var position &&
        position < only.Parameters.Length && !MayLookAtParent(only, only.Parameters[position], depth - 1, cancellationToken);

    static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
