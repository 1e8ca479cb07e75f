using System.Collections.Immutable;
using Baton.Generators.Baseline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Baton.Generators.Analyzers.Tests.Support;

/// <summary>Applies a code fix in a workspace, as an editor does.</summary>
sealed class FixTest : IDisposable
{
    readonly AdhocWorkspace _workspace = new();
    readonly Project _project;
    readonly DocumentId _document;
    readonly string? _shape;

    /// <param name="source">The document.</param>
    /// <param name="shape">What <c>connector.shape.json</c> says; null when there is none.</param>
    public FixTest(string source, string? shape = null)
    {
        _shape = shape;
        var compilation = TestCompilation.Create([("Prelude.cs", TestCompilation.Prelude)]);
        var project = _workspace.AddProject("Acme", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References).WithCompilationOptions(compilation.Options)
            .WithParseOptions((CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        foreach (var tree in compilation.SyntaxTrees)
            project = project.AddDocument(tree.FilePath, tree.GetText(TestContext.Current.CancellationToken)).Project;
        var document = project.AddDocument("Test.cs", source.ReplaceLineEndings("\n"));
        (_project, _document) = (document.Project, document.Id);
        if (shape is not null)
            _project = _project.AddAdditionalDocument(ShapeFile.Name, shape, filePath: ShapeFile.Name).Project;
    }

    /// <summary>Applies what is offered for the first diagnostic, to the file that is not compiled.</summary>
    public async Task<string> ApplyToShapeAsync(CodeFixProvider provider, bool toAll)
    {
        var diagnostics = await DiagnosticsAsync(_project, provider, _shape);
        var action = toAll
            ? await provider.GetFixAllProvider()!.GetFixAsync(new(_project.GetDocument(_document)!, provider, FixAllScope.Solution, null!, [], new Found(diagnostics), default))
            : Assert.Single(await ActionsAsync(provider, diagnostics[0]));
        var operations = await action!.GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        return (await changed.Projects.Single().AdditionalDocuments.Single().GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }

    /// <summary>Applies what is offered for the first diagnostic.</summary>
    /// <returns>The title of the action, and the source after it.</returns>
    public async Task<(string Title, string Source)> ApplyAsync(CodeFixProvider provider)
    {
        var diagnostics = await DiagnosticsAsync(_project, provider);
        var action = Assert.Single(await ActionsAsync(provider, diagnostics[0]));
        return (action.Title, await SourceAsync(action));
    }

    /// <summary>Applies the fix to all diagnostics of the document.</summary>
    public async Task<string> ApplyAllAsync(CodeFixProvider provider)
    {
        var diagnostics = await DiagnosticsAsync(_project, provider);
        var action = (await ActionsAsync(provider, diagnostics[0])).Single();
        var context = new FixAllContext(_project.GetDocument(_document)!, provider, FixAllScope.Document, action.EquivalenceKey!,
            provider.FixableDiagnosticIds, new Found(diagnostics), TestContext.Current.CancellationToken);
        return await SourceAsync((await provider.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    /// <summary>What is offered for the first diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> OfferedAsync(CodeFixProvider provider) =>
        await ActionsAsync(provider, (await DiagnosticsAsync(_project, provider, _shape))[0]);

    public void Dispose() => _workspace.Dispose();

    async Task<List<CodeAction>> ActionsAsync(CodeFixProvider provider, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(
            _project.GetDocument(_document)!, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return actions;
    }

    async Task<string> SourceAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        var text = await changed.GetDocument(_document)!.GetTextAsync(TestContext.Current.CancellationToken);
        return text.ToString();
    }

    static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, CodeFixProvider provider, string? shape = null)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        var found = await (shape is null ? Analysis.RunAsync(compilation!) : Analysis.RunAsync(compilation!, new TextFile(ShapeFile.Name, shape).With()));
        return [.. found.Where(diagnostic => provider.FixableDiagnosticIds.Contains(diagnostic.Id))];
    }

    sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => document.TryGetSyntaxTree(out var tree) && diagnostic.Location.SourceTree == tree));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
