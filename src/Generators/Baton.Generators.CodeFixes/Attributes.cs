using Baton.Generators.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Finds and changes attributes in source.</summary>
static class Attributes
{
    /// <summary>The attribute of a member, whatever it is called there.</summary>
    public static AttributeSyntax? Find(
        MemberDeclarationSyntax? member, string metadataName, SemanticModel semantics, CancellationToken cancellationToken) =>
        member?.AttributeLists.SelectMany(static list => list.Attributes)
            .FirstOrDefault(attribute => semantics.GetTypeInfo(attribute, cancellationToken).Type.Is(metadataName));

    /// <summary>Sets a property of the attribute, in place or as the last argument.</summary>
    public static AttributeSyntax With(this AttributeSyntax attribute, string property, ExpressionSyntax value)
    {
        var arguments = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var present = arguments.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);
        if (present is not null)
            return attribute.ReplaceNode(present.Expression, value.WithTriviaFrom(present.Expression));
        var argument = SyntaxFactory.AttributeArgument(value).WithNameEquals(SyntaxFactory.NameEquals(
            SyntaxFactory.IdentifierName(property).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)));
        if (arguments.Arguments.Count > 0)
            argument = argument.WithLeadingTrivia(SyntaxFactory.Space);
        return attribute.WithArgumentList(arguments.WithArguments(arguments.Arguments.Add(argument)));
    }
}
