using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Adds the missing one of a <c>[Grant]</c> and a <c>[Revoke]</c> method, for the author to fill.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCounterpartFix))]
[Shared]
public sealed class AddCounterpartFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.GrantWithoutRevoke];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method ||
            method.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is not { } slug ||
            semantics.GetConstantValue(slug, cancellationToken).Value is not string text)
            return null;
        var kind = semantics.GetTypeInfo(attribute, cancellationToken).Type?.Name == "GrantAttribute" ? "Revoke" : "Grant";
        return new(type, $"Add a [{kind}] method", current => Add((TypeDeclarationSyntax)current, method, kind, slug, text, semantics));
    }

    static TypeDeclarationSyntax Add(
        TypeDeclarationSyntax type, MethodDeclarationSyntax method, string kind, ExpressionSyntax slug, string text, SemanticModel semantics)
    {
        var (indentation, end) = (Code.Indentation(method), Code.LineEnd(method));
        var name = kind + string.Concat(text.Split('-', '_', ' ', ':').Where(static word => word.Length > 0)
            .Select(static word => char.ToUpperInvariant(word[0]) + word.Substring(1))) + "Async";
        string Type(string full) => Code.Name(full, method.SpanStart, semantics);
        var source = $"{end}{indentation}[{kind}({slug})]{end}{indentation}public {Type("System.Threading.Tasks.Task")} {name}(" +
            $"{Type("Baton.ResourceKey")} resource, {Type("Baton.Principal")} principal, {Type("System.Threading.CancellationToken")} ct) => " +
            $"throw new {Type("System.NotImplementedException")}();{end}";
        var index = type.Members.IndexOf(member => member.IsEquivalentTo(method)) + 1;
        return type.WithMembers(type.Members.Insert(index == 0 ? type.Members.Count : index, SyntaxFactory.ParseMemberDeclaration(source)!));
    }
}
