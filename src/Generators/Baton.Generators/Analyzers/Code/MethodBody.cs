using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>The code of a method that the runtime calls.</summary>
/// <param name="method">The method.</param>
/// <param name="role">What it is called for; of a helper, what those are called for that call it.</param>
/// <param name="isHelper">Whether other methods of the class call it, not the runtime.</param>
/// <param name="context">Takes what is reported.</param>
sealed class MethodBody(IMethodSymbol method, MethodRole role, bool isHelper, OperationBlockAnalysisContext context)
{
    public IMethodSymbol Method => method;

    public MethodRole Role => role;

    public bool IsHelper => isHelper;

    /// <summary>The attribute or the name that gives the method its role, for messages.</summary>
    public string Title => isHelper ? $"'{method.Name}'" : role.Title(method);

    public INamedTypeSymbol Host => method.ContainingType;

    public Compilation Compilation => context.Compilation;

    public CancellationToken CancellationToken => context.CancellationToken;

    /// <summary>All operations, those of lambdas and local functions too.</summary>
    public ImmutableArray<IOperation> Operations { get; } = [.. context.OperationBlocks.SelectMany(static block => block.DescendantsAndSelf())];

    public IEnumerable<T> All<T>()
        where T : IOperation => Operations.OfType<T>();

    /// <summary>Where the value of a parameter is used, or taken apart.</summary>
    public IEnumerable<IParameterReferenceOperation> UsesOf(IParameterSymbol parameter) =>
        All<IParameterReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Parameter, parameter));

    /// <summary>Whether code is part of the method.</summary>
    public bool Holds(SyntaxNode node) => context.OperationBlocks.Any(block => block.Syntax.SyntaxTree == node.SyntaxTree &&
        block.Syntax.Span.Contains(node.Span));

    public void Report(DiagnosticDescriptor descriptor, SyntaxNode place, params object[] args) => Report(descriptor, place.GetLocation(), args);

    /// <summary>Reports something that a second place is part of.</summary>
    public void Report(DiagnosticDescriptor descriptor, SyntaxNode place, SyntaxNode other, params object[] args) =>
        context.ReportDiagnostic(Diagnostic.Create(descriptor, place.GetLocation(), [other.GetLocation()], args));

    public void Report(DiagnosticDescriptor descriptor, Location? place, params object[] args) =>
        context.ReportDiagnostic(Diagnostic.Create(descriptor, place, args));
}
