using System.Collections.Immutable;
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

    public FixTest(string source)
    {
        var compilation = TestCompilation.Create([("Prelude.cs", TestCompilation.Prelude)]);
        var project = _workspace.AddProject("Acme", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References).WithCompilationOptions(compilation.Options)
            .WithParseOptions((CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        foreach (var tree in compilation.SyntaxTrees)
            project = project.AddDocument(tree.FilePath, tree.GetText(TestContext.Current.CancellationToken)).Project;
        var document = project.AddDocument("Test.cs", source.ReplaceLineEndings("\n"));
        (_project, _document) = (document.Project, document.Id);
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
        await ActionsAsync(provider, (await DiagnosticsAsync(_project, provider))[0]);

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

    static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, CodeFixProvider provider)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        var found = await Analysis.RunAsync(compilation!);
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
