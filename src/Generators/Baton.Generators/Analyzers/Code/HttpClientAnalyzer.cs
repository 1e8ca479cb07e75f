using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>In the project of a connector, HTTP clients come from the container.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HttpClientAnalyzer : DiagnosticAnalyzer
{
    static readonly string[] Raw =
        [KnownTypes.HttpClient, "System.Net.WebClient", "System.Net.Sockets.Socket", "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ClientIsMadeByHand];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var index = new SharedIndex(start.Compilation);
            start.RegisterOperationAction(operation => Analyze(operation, index), OperationKind.ObjectCreation);
        });
    }

    static void Analyze(OperationAnalysisContext context, SharedIndex index)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (Array.Find(Raw, name => creation.Type.Is(name)) is null || index.Get(context.CancellationToken).Connectors.IsEmpty)
            return;
        var place = creation.Syntax is ObjectCreationExpressionSyntax written ? written.Type : creation.Syntax;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.ClientIsMadeByHand, place.GetLocation(), creation.Type!.ShortName()));
    }
}
