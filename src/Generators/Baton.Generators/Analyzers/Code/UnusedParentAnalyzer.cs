using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Analyzers.Code;

/// <summary>A method that is called once for each parent has to ask for that parent's children.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedParentAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ParentIsIgnored];

    private protected override void Analyze(MethodBody body)
    {
        if (body.Role != MethodRole.List || body.Method.Parameters.FirstOrDefault(static parameter => parameter.Type.Is(KnownTypes.TypedResourceKey))
            is not { } parent || body.UsesOf(parent).Any())
            return;
        var type = ((INamedTypeSymbol)parent.Type).TypeArguments[0];
        if (ResourceTypeParser.IsRegistered(type, body.Compilation))
            body.Report(Descriptors.ParentIsIgnored, parent.FirstLocation(), body.Host.ShortName(), parent.Name, type.ShortName());
    }
}
