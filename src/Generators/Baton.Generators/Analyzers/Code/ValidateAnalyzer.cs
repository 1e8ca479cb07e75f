using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Validating means asking the source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValidateAnalyzer : MethodBodyAnalyzer
{
    static readonly string[] Inner =
        ["System", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks", "System.Collections.Generic", "Microsoft.Extensions.Logging"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ValidateAsksNothing];

    private protected override void Analyze(MethodBody body)
    {
        if (body.Role == MethodRole.Validate && !body.All<IThrowOperation>().Any(IsStub) && !body.All<IInvocationOperation>().Any(Asks))
            body.Report(Descriptors.ValidateAsksNothing, body.Method.FirstLocation(), body.Host.ShortName());
    }

    static bool Asks(IInvocationOperation call) => call.TargetMethod.ContainingType is { } type && !type.Is(KnownTypes.Logger) &&
        !(Array.IndexOf(Inner, type.ContainingNamespace.ToDisplayString()) >= 0 && !IsDelegate(call));

    static bool IsDelegate(IInvocationOperation call) => call.TargetMethod.MethodKind == MethodKind.DelegateInvoke;

    // The rule about methods that only throw says it.
    static bool IsStub(IThrowOperation thrown) => thrown.Exception?.Bare().Type is { } type &&
        (type.Is("System.NotImplementedException") || type.Is("System.NotSupportedException"));
}
