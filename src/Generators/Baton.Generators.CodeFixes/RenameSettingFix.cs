using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Analyzers;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Puts the connector's name in front of a setting that has the name of an SDK flag: <c>file</c> becomes <c>acme-file</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameSettingFix))]
[Shared]
public sealed class RenameSettingFix : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SettingClashesWithSdkFlag];

    private protected override async Task<string?> TitleAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        (await RenamesAsync(document, [diagnostic], cancellationToken).ConfigureAwait(false)).Values.FirstOrDefault() is { } name
            ? $"Name it '{name}'"
            : null;

    private protected override async Task<Document> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var renames = await RenamesAsync(document, diagnostics, cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNodes(renames.Keys, (original, attribute) => attribute.With("Name",
            SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(renames[original])))));
    }

    static async Task<Dictionary<AttributeSyntax, string>> RenamesAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var renames = new Dictionary<AttributeSyntax, string>();
        foreach (var diagnostic in diagnostics)
        {
            var declaration = root!.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<PropertyDeclarationSyntax>();
            if (declaration is null || semantics!.GetDeclaredSymbol(declaration, cancellationToken) is not { } property ||
                Attributes.Find(declaration, KnownTypes.Field, semantics!, cancellationToken) is not { } attribute)
                continue;
            renames[attribute] = FreeName(property, semantics!.Compilation, cancellationToken);
        }
        return renames;
    }

    static string FreeName(IPropertySymbol property, Compilation compilation, CancellationToken cancellationToken)
    {
        var taken = new HashSet<string>(property.ContainingType.Properties().Where(other => !SymbolEqualityComparer.Default.Equals(other, property))
            .Select(other => SettingNames.Variable(NameOf(other, cancellationToken))), StringComparer.Ordinal);
        var wanted = $"{Prefix(compilation, cancellationToken)}-{NameOf(property, cancellationToken)}";
        var name = wanted;
        for (var i = 2; taken.Contains(SettingNames.Variable(name)) || SdkFlags.Owner(name) is not null; i++)
            name = $"{wanted}-{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        return name;
    }

    static string NameOf(IPropertySymbol property, CancellationToken cancellationToken) =>
        AttributeReader.Of(property, KnownTypes.Field, cancellationToken)?.Property<string>("Name") ?? Naming.Kebab(property.Name);

    // The name of the program without "baton-", as far as it can stand in a flag.
    static string Prefix(Compilation compilation, CancellationToken cancellationToken)
    {
        var connector = ConnectorIndex.Of(compilation, cancellationToken).Connectors.FirstOrDefault();
        var name = (connector is null ? null : AttributeReader.Of(connector, KnownTypes.Connector, cancellationToken)?.Text(0)) ?? "";
        var words = name.Split(['-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Where(static word => word != "baton" && word.All(IsLetter));
        return string.Join("-", words) is { Length: > 0 } prefix ? prefix : "connector";
    }

    static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
