using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Analyzers;
using Baton.Generators.Baseline;
using Baton.Generators.Diagnostics;
using Baton.Generators.Emit;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Baton.Generators.CodeFixes;

/// <summary>
/// Accepts a breaking change: writes the shape that the code has into <c>connector.shape.json</c>, where the review of the commit shows it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcceptShapeFix))]
[Shared]
public sealed class AcceptShapeFix : CodeFixProvider
{
    const string Title = "Accept what C1 will take for a deletion, in " + ShapeFile.Name;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticIds.ResourceTypeIsGone, DiagnosticIds.EntitlementIsGone, DiagnosticIds.IdRuleChanged, DiagnosticIds.ParentChanged,
        DiagnosticIds.TraitIsGone, DiagnosticIds.CapabilityIsGone, DiagnosticIds.SettingChanged,
    ];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new Everything();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ActionAsync(context.Document.Project, context.CancellationToken).ConfigureAwait(false) is { } action)
            context.RegisterCodeFix(action, context.Diagnostics);
    }

    static async Task<CodeAction?> ActionAsync(Project project, CancellationToken cancellationToken)
    {
        var file = project.AdditionalDocuments.FirstOrDefault(static document => ShapeFile.IsShape(document.FilePath ?? document.Name));
        var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        // While a class has mistakes there is no telling what its shape will be.
        return file is null || compilation is null || Shape(compilation, cancellationToken) is not { } shape ? null : CodeAction.Create(
            Title,
            _ => Task.FromResult(project.Solution.WithAdditionalDocumentText(file.Id, SourceText.From(ShapeDocument.Of(shape) + "\n"))),
            equivalenceKey: nameof(AcceptShapeFix));
    }

    static ShapeModel? Shape(Compilation compilation, CancellationToken cancellationToken)
    {
        var index = ConnectorIndex.Of(compilation, cancellationToken);
        if (index.Connectors is not [var type] || ConnectorParser.Parse(type, compilation, SilentSink.Instance, cancellationToken) is not { } connector)
            return null;
        var types = index.ResourceTypes.Select(found => ResourceTypeParser.Parse(found, compilation, SilentSink.Instance, cancellationToken)).ToList();
        var config = index.Configs.Select(found => ConfigParser.Parse(found, compilation, SilentSink.Instance, cancellationToken)).FirstOrDefault();
        return types.Contains(null) || (config is null && index.Configs.Length > 0)
            ? null
            : ShapeParts.Whole(connector, EquatableArray.From(types.OfType<ResourceTypeModel>().Select(ShapeParts.Of)), config);
    }

    /// <summary>The file is written as a whole: accepting one change accepts all.</summary>
    sealed class Everything : FixAllProvider
    {
        public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => ActionAsync(fixAllContext.Project, fixAllContext.CancellationToken);
    }
}
