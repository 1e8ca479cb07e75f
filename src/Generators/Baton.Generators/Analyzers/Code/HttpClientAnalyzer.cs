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
    [
        KnownTypes.HttpClient, "System.Net.Http.HttpMessageInvoker", "System.Net.WebClient", "System.Net.Sockets.Socket",
        "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient",
    ];

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
            var isTest = TestProject.Is(start.Compilation);
            start.RegisterOperationAction(operation => Analyze(operation, index, isTest), OperationKind.ObjectCreation);
        });
    }

    static void Analyze(OperationAnalysisContext context, SharedIndex index, bool isTest)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!IsRaw(creation.Type) || index.Get(context.CancellationToken).Connectors.IsEmpty ||
            (isTest && !BelongsToConnector(context, index)))
            return;
        var place = creation.Syntax is ObjectCreationExpressionSyntax written ? written.Type : creation.Syntax;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.ClientIsMadeByHand, place.GetLocation(), creation.Type!.ShortName()));
    }

    static bool IsRaw(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Array.Find(Raw, name => type.Is(name)) is not null)
                return true;
        }
        return false;
    }

    // Beside the connectors of a test project stands the code of the tests: theirs is what the connectors are made of.
    static bool BelongsToConnector(OperationAnalysisContext context, SharedIndex index)
    {
        var all = index.Get(context.CancellationToken);
        for (var type = context.ContainingSymbol.ContainingType; type is not null; type = type.ContainingType)
        {
            var name = type.FullName();
            if (ServiceDiscovery.IsHost(type) || all.Connectors.Concat(all.ResourceTypes)
                .Any(host => ServiceDiscovery.Find(host, context.Compilation, context.CancellationToken).Any(service => service.Type == name)))
                return true;
        }
        return false;
    }
}
