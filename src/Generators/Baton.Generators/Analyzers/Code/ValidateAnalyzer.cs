using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Validating means asking the source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValidateAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ValidateAsksNothing];

    private protected override void Analyze(MethodBody body)
    {
        if (body.Role == MethodRole.Validate && !body.All<IThrowOperation>().Any(IsStub) && !body.Asks())
            body.Report(Descriptors.ValidateAsksNothing, body.Method.FirstLocation(), body.Host.ShortName());
    }

    // The rule about methods that only throw says it.
    static bool IsStub(IThrowOperation thrown) => thrown.Exception is { } exception && Stubs.Name(exception) is not null;
}
