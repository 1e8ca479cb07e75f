using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>The runtime ends calls by cancelling them: when a deadline passes, and when the program is asked to stop.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CancellationAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.TokenIsNotPassed, Descriptors.NoTokenIsTaken];

    private protected override void Analyze(MethodBody body)
    {
        var token = body.Method.Parameters.FirstOrDefault(static parameter => parameter.Type.Is(KnownTypes.CancellationToken));
        foreach (var call in body.All<IInvocationOperation>())
        {
            var other = token is null ? null : OtherToken(call);
            if (other is null && !CouldTakeToken(call, body.Compilation))
                continue;
            if (token is not null)
                body.Report(Descriptors.TokenIsNotPassed, other?.Syntax ?? Place(call), token.Name, call.TargetMethod.Name);
            else
            {
                body.Report(Descriptors.NoTokenIsTaken, body.Method.FirstLocation(), body.Host.ShortName(), body.Method.Name, call.TargetMethod.Name);
                return;
            }
        }
    }

    private protected override void AnalyzeHelper(MethodBody body) => Analyze(body);

    // CancellationToken.None, where what is done has not failed yet: what cleans up must not be cancelled.
    static IOperation? OtherToken(IInvocationOperation call) => IsCleaningUp(call) || IsCancelledFromOutside(call) ? null
        : call.Arguments.FirstOrDefault(static argument => argument.ArgumentKind == ArgumentKind.Explicit && IsToken(argument.Parameter?.Type) &&
            argument.Value.Values().All(IsNone))?.Value;

    static bool IsNone(IOperation token) => token is
        IDefaultValueOperation or IObjectCreationOperation { Arguments.Length: 0 } or IPropertyReferenceOperation { Property.Name: "None" };

    static bool IsCleaningUp(IOperation call) => call.Ancestors().Any(ancestor => ancestor is ICatchClauseOperation ||
        (ancestor.Parent is ITryOperation attempt && attempt.Finally == ancestor));

    // It leaves out an optional token, or another overload takes the same and a token after it.
    static bool CouldTakeToken(IInvocationOperation call, Compilation compilation)
    {
        if (call.Arguments.Any(static argument => IsToken(argument.Parameter?.Type)))
            return call.Arguments.Any(static argument => IsToken(argument.Parameter?.Type) && argument.ArgumentKind == ArgumentKind.DefaultValue) &&
                !IsCancelledFromOutside(call);
        var method = call.TargetMethod;
        return IsAwaited(call) && method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => other.IsStatic == method.IsStatic &&
            other.Parameters.Length == method.Parameters.Length + 1 && IsToken(other.Parameters[other.Parameters.Length - 1].Type) &&
            other.TypeParameters.Length == method.TypeParameters.Length && compilation.IsSymbolAccessibleWithin(other, compilation.Assembly) &&
            method.OriginalDefinition.Parameters.Zip(other.OriginalDefinition.Parameters, static (left, right) => left.Type.Same(right.Type))
                .All(static same => same));
    }

    static bool IsToken(ITypeSymbol? type) => type.Is(KnownTypes.CancellationToken);

    static bool IsAwaited(IInvocationOperation call) => call.Type.Is(KnownTypes.Task) || call.Type.Is(KnownTypes.TaskOf) ||
        call.Type.Is(KnownTypes.ValueTask) || call.Type.Is(KnownTypes.ValueTaskOf) || call.Type.Is(KnownTypes.AsyncEnumerable);

    // await foreach (… in source().WithCancellation(ct))
    static bool IsCancelledFromOutside(IInvocationOperation call) => call.Ancestors().OfType<IInvocationOperation>()
        .Any(static outer => outer.TargetMethod.Name == "WithCancellation");

    static SyntaxNode Place(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax written
        ? written.Expression is MemberAccessExpressionSyntax access ? access.Name : written.Expression
        : call.Syntax;
}
