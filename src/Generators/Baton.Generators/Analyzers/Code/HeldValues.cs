using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>What fields and properties hold that are given a value where they are declared, and no other one later.</summary>
static class HeldValues
{
    /// <summary>The value; null when it is given elsewhere, or in another assembly.</summary>
    public static IOperation? Held(this IOperation member) => member switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => Of(field, member.SemanticModel),
        IPropertyReferenceOperation
        {
            Property: { IsVirtual: false, IsAbstract: false, IsOverride: false, SetMethod: null } property,
            Instance: null or IInstanceReferenceOperation,
        } => Of(property, member.SemanticModel),
        _ => null,
    };

    /// <summary>The operation of a piece of code, which may be in another file.</summary>
    public static IOperation? At(this SemanticModel semantics, SyntaxNode code) =>
        (code.SyntaxTree == semantics.SyntaxTree ? semantics : semantics.Compilation.GetSemanticModel(code.SyntaxTree)).GetOperation(code);

    static IOperation? Of(ISymbol member, SemanticModel? semantics) =>
        semantics is not null && member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration && Value(declaration) is { } value
            ? semantics.At(value)
            : null;

    static ExpressionSyntax? Value(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: { } value } => value,
        PropertyDeclarationSyntax { ExpressionBody.Expression: { } value } => value,
        PropertyDeclarationSyntax { Initializer.Value: { } value } => value,
        _ => null,
    };
}
