using System.Globalization;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Parsing;

/// <summary>Reads the constant in a property's initializer as the text that a flag would have.</summary>
sealed class DefaultValueReader(Compilation compilation, CancellationToken cancellationToken)
{
    /// <returns>Null when there is no initializer, or its value is known only at run time.</returns>
    public string? Read(IPropertySymbol property, FieldKind kind)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            if (!compilation.ContainsSyntaxTree(reference.SyntaxTree) ||
                reference.GetSyntax(cancellationToken) is not PropertyDeclarationSyntax { Initializer.Value: var value })
                continue;
            var semantics = compilation.GetSemanticModel(reference.SyntaxTree);
            return kind switch
            {
                FieldKind.Uri => Address(value, semantics),
                FieldKind.StringArray or FieldKind.StringList => List(value, semantics),
                FieldKind.StringMap => Map(value, semantics),
                FieldKind.Enum => Member(value, property.Type.WithoutNullable(out _), semantics),
                _ => Scalar(value, semantics),
            };
        }
        return null;
    }

    string? Scalar(ExpressionSyntax value, SemanticModel semantics) => semantics.GetConstantValue(value, cancellationToken).Value switch
    {
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        string text => text,
        _ => null,
    };

    string? Member(ExpressionSyntax value, ITypeSymbol type, SemanticModel semantics)
    {
        var constant = semantics.GetConstantValue(value, cancellationToken).Value;
        var member = constant is null ? null : FieldKinds.Members(type).FirstOrDefault(field => constant.Equals(field.ConstantValue));
        return member is null ? null : Naming.Kebab(member.Name);
    }

    string? Address(ExpressionSyntax value, SemanticModel semantics) =>
        value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var address }] } ? Scalar(address, semantics) : null;

    string? List(ExpressionSyntax value, SemanticModel semantics)
    {
        var elements = value switch
        {
            CollectionExpressionSyntax list => list.Elements.Select(static element => (element as ExpressionElementSyntax)?.Expression),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            InitializerExpressionSyntax initializer when initializer.IsKind(SyntaxKind.ArrayInitializerExpression) => initializer.Expressions,
            _ => null,
        };
        var texts = elements?.Select(element => element is null ? null : Scalar(element, semantics)).ToList();
        return texts is null || texts.Contains(null) ? null : string.Join(",", texts.Select(static text => Quote(text!)));
    }

    // "name=value", as a flag takes them; a name with '=' in it would not come back.
    string? Map(ExpressionSyntax value, SemanticModel semantics)
    {
        if (value is not BaseObjectCreationExpressionSyntax { Initializer: { } initializer } creation ||
            creation.ArgumentList?.Arguments.All(argument => IsComparer(argument.Expression, semantics)) == false)
            return null;
        var pairs = initializer.Expressions.Select(expression => expression switch
        {
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var name }] }, Right: var text } => (name, text),
            InitializerExpressionSyntax { Expressions: [var name, var text] } => (name, text),
            _ => default((ExpressionSyntax Name, ExpressionSyntax Text)?),
        }).Select(pair => pair is var (name, text) && Scalar(name, semantics) is { } key && key.IndexOf('=') < 0 && Scalar(text, semantics) is { } item ? Quote($"{key}={item}") : null).ToList();
        return pairs.Contains(null) ? null : string.Join(",", pairs);
    }

    bool IsComparer(ExpressionSyntax argument, SemanticModel semantics) => semantics.GetTypeInfo(argument, cancellationToken).Type is { } type &&
        (type.Name == nameof(StringComparer) || type.Name == nameof(IEqualityComparer<string>));

    // As in a file of comma-separated values, which is how flags and variables hold lists.
    static string Quote(string text) =>
        text.Length > 0 && text.IndexOfAny([',', '"', '\n', '\r']) < 0 ? text : '"' + text.Replace("\"", "\"\"") + '"';
}
