using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>A listing that asks for each row what its client could ask for many rows at once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedCallAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.OneCallForEachRow];

    private protected override void Analyze(MethodBody body)
    {
        if (!body.Role.IsListing())
            return;
        foreach (var call in body.All<IInvocationOperation>())
        {
            if (IsRepeated(call) && Asked(call) is var asked && Batch(asked) is { } batch)
            {
                body.Report(Descriptors.OneCallForEachRow, call.MethodPlace(), body.Title, body.Host.ShortName(), asked.Name,
                    batch.Name, batch.ContainingType.ShortName());
            }
        }
    }

    private protected override void AnalyzeHelper(MethodBody body) => Analyze(body);

    // A function that does nothing but call stands for what it calls.
    static IMethodSymbol Asked(IInvocationOperation call) => call.Code()?.Answers().ToList() is [var only] && only.Bare() is IInvocationOperation inner
        ? inner.TargetMethod : call.TargetMethod;

    // Awaited one by one, or begun one by one and awaited together.
    static bool IsRepeated(IInvocationOperation call) => call.Loop() is { } loop ? !IsHeader(call, loop) : IsProjection(call);

    // Task.WhenAll(ids.Select(id => client.UserAsync(id)))
    static bool IsProjection(IInvocationOperation call) => call.Ancestors().OfType<IAnonymousFunctionOperation>().FirstOrDefault() is { } lambda &&
        lambda.Ancestors().OfType<IInvocationOperation>().FirstOrDefault()?.TargetMethod.Name is "Select" or "SelectMany" or "SelectAwait" or "ForEach" or
            "ForEachAsync" or "ConvertAll" or "ToDictionary" or "ToLookup";

    // What the loop goes through is asked for once.
    static bool IsHeader(IOperation call, ILoopOperation loop) => !loop.Body.Syntax.Span.Contains(call.Syntax.Span);

    /// <summary>A method beside it that takes many of what it takes one of, and answers with many of what it answers.</summary>
    static IMethodSymbol? Batch(IMethodSymbol single)
    {
        // The session store is in memory.
        if (single.ContainingNamespace is { Name: "Baton", ContainingNamespace.IsGlobalNamespace: true } || One(single) is not { } key ||
            Answer(single.ReturnType) is not { } answer)
            return null;
        return single.ContainingType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(other =>
            One(other) is { } keys && ElementOf(keys) is { } element && element.Same(key) && Answer(other.ReturnType) is { } answers && Holds(answers, answer));
    }

    /// <summary>The type of the only parameter, apart from a cancellation token.</summary>
    static ITypeSymbol? One(IMethodSymbol method) =>
        method.Parameters.Where(static parameter => !parameter.Type.Is(KnownTypes.CancellationToken)).ToList() is [var only] ? only.Type : null;

    static ITypeSymbol? ElementOf(ITypeSymbol type) => type is IArrayTypeSymbol array ? array.ElementType
        : type.SpecialType == SpecialType.System_String ? null
        : type is INamedTypeSymbol named ? named.AllInterfaces.Append(named).FirstOrDefault(static candidate => candidate.Is(KnownTypes.Enumerable))?.TypeArguments[0]
        : null;

    /// <summary>What an answer holds, when it is awaited or enumerated.</summary>
    static ITypeSymbol? Answer(ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments: [var result] } named &&
        (named.Is(KnownTypes.TaskOf) || named.Is(KnownTypes.ValueTaskOf) || named.Is(KnownTypes.AsyncEnumerable)) ? result : null;

    static bool Holds(ITypeSymbol answers, ITypeSymbol answer)
    {
        var item = answer.WithoutNullable(out _);
        return answers.Same(item) || (ElementOf(answers) is { } element && (element.Same(item) ||
            (element is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [_, var value] } && (value.Same(item) || ElementOf(value)?.Same(item) == true))));
    }
}
