using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Pages that a method returns must lead to the next one, and end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PagingAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.PageNeverEnds, Descriptors.AllPagesAsOne];

    private protected override void Analyze(MethodBody body)
    {
        if (!body.Role.IsListing() || ListingResult.Of(body.Method.ReturnType, body.Compilation)?.Cursor is not { } type)
            return;
        var pages = body.Operations.Where(static operation => operation.IsPage()).ToList();
        var cursor = body.Method.Parameters.FirstOrDefault(parameter => CursorRules.Takes(parameter.Type, type));
        foreach (var page in pages)
        {
            if (page.Next() is { } next && Problem(next, page, pages, cursor, body) is { } problem)
                body.Report(Descriptors.PageNeverEnds, next.Syntax, body.Host.ShortName(), body.Method.Name, problem);
        }
        if (pages.Count > 0 && pages.All(static page => page.Next() is null) && Collecting(body) is { } loop)
            body.Report(Descriptors.AllPagesAsOne, loop, body.Host.ShortName(), body.Method.Name);
    }

    static string? Problem(
        IOperation next, IOperation page, List<IOperation> pages, IParameterSymbol? cursor, MethodBody body)
    {
        if (cursor is not null && next.Values().Any(value => Source(value).IsParameter(cursor)) && !body.All<IAssignmentOperation>().Any(assignment =>
            assignment.Target.IsParameter(cursor)))
            return "the cursor that it was given";
        // A constant may lead from one phase to the next, where something decides which.
        var given = next.Values().ToList() is [var only] ? only : next;
        return Constant(given) is { } value and not "" && pages.Count(static other => other is IObjectCreationOperation) <= 1 && !IsConditional(page)
            ? $"always '{value}'" : null;
    }

    // A static readonly field is as good as a constant.
    static object? Constant(IOperation value) => value.ConstantValue is { HasValue: true } constant ? constant.Value
        : value is IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } ? field.Name
        : null;

    // cursor.Value
    static IOperation Source(IOperation next) => next switch
    {
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance } => instance.Bare(),
        IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Instance: { } instance } => instance.Bare(),
        _ => next,
    };

    static bool IsConditional(IOperation page) => page.Ancestors().Any(static ancestor =>
        ancestor is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ICoalesceOperation) ||
        page.Ancestors().OfType<IBlockOperation>().Any(static block => block.Operations.OfType<IConditionalOperation>().Any());

    private protected override void AnalyzeHelper(MethodBody body) => Analyze(body);

    // A loop that asks for one page after the other, and keeps what they hold in a list of the method; or a helper that does so.
    static SyntaxNode? Collecting(MethodBody body) => Loop(body.Operations, static _ => true) ??
        body.All<IInvocationOperation>().FirstOrDefault(static call => IsWhole(call) || (call.Code() is { } code &&
            Loop(code.Descendants(), list => Answers(code, list)) is not null))?.Syntax;

    static bool Answers(IOperation code, ILocalSymbol list) => code.Answers().SelectMany(static answer => answer.DescendantsAndSelf())
        .OfType<ILocalReferenceOperation>().Any(use => SymbolEqualityComparer.Default.Equals(use.Local, list));

    // await api.TeamsAsync(ct).ToListAsync(ct)
    static bool IsWhole(IInvocationOperation call) => call.TargetMethod.Name is "ToListAsync" or "ToArrayAsync" or "ToHashSetAsync" or "ToDictionaryAsync" &&
        (call.Instance ?? call.Value(0))?.Type is { } source && (source.Is(KnownTypes.AsyncEnumerable) || source.AllInterfaces.Any(static candidate =>
            candidate.Is(KnownTypes.AsyncEnumerable)));

    static SyntaxNode? Loop(IEnumerable<IOperation> operations, Func<ILocalSymbol, bool> isMeant)
    {
        foreach (var loop in operations.OfType<ILoopOperation>().Where(Asks))
        {
            var adds = loop.Body.DescendantsAndSelf().Select(Grown).OfType<ILocalSymbol>().Any(list =>
                !loop.Syntax.Span.Contains(list.DeclaringSyntaxReferences.FirstOrDefault()?.Span ?? default) && isMeant(list));
            if (adds)
                return loop.Syntax.GetFirstToken().Parent is { } first ? Head(loop, first) : loop.Syntax;
        }
        return null;
    }

    // all.AddRange(rows); all = [.. all, .. rows]; all = all.Concat(rows)
    static ILocalSymbol? Grown(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "Add" or "AddRange" or "UnionWith" or "TryAdd" or "Insert" or "InsertRange" or "Enqueue" or "Push" } call =>
            (call.Instance?.Bare() as ILocalReferenceOperation)?.Local,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var list }, Value: var value } when value.DescendantsAndSelf().Any(part =>
            part is ISpreadOperation or IInvocationOperation { TargetMethod.Name: "Concat" or "Union" or "Append" } &&
            part.Descendants().OfType<ILocalReferenceOperation>().Any(use => SymbolEqualityComparer.Default.Equals(use.Local, list))) => list,
        _ => null,
    };

    static bool Asks(ILoopOperation loop) => loop is IForEachLoopOperation { IsAsynchronous: true } ||
        (loop.LoopKind is LoopKind.While or LoopKind.For && loop.Descendants().OfType<IAwaitOperation>().Any());

    // The awaited call, or the collection that is enumerated.
    static SyntaxNode Head(ILoopOperation loop, SyntaxNode fallback) => loop is IForEachLoopOperation each
        ? each.Collection.Syntax
        : loop.Descendants().OfType<IAwaitOperation>().FirstOrDefault()?.Syntax ?? fallback;
}
