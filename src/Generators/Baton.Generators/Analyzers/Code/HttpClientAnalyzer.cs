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
            start.RegisterOperationAction(operation => Analyze(operation, index, isTest), OperationKind.ObjectCreation, OperationKind.Invocation);
        });
    }

    static void Analyze(OperationAnalysisContext context, SharedIndex index, bool isTest)
    {
        if (Made(context.Operation) is not { } type || index.Get(context.CancellationToken).Connectors.IsEmpty ||
            (isTest && !BelongsToConnector(context, index)))
            return;
        var place = context.Operation switch
        {
            { Syntax: ObjectCreationExpressionSyntax written } => written.Type,
            IInvocationOperation call => call.MethodPlace(),
            { Syntax: var syntax } => syntax,
        };
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.ClientIsMadeByHand, place.GetLocation(), type.ShortName()));
    }

    // new HttpClient(), WebRequest.Create(url), and services.AddSingleton<HttpClient>(), for which the container calls the constructor.
    static ITypeSymbol? Made(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Type: { } type } when IsRaw(type) => type,
        IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: var owner } } when owner.Is("System.Net.WebRequest") => owner,
        IInvocationOperation { TargetMethod: { Name: "AddSingleton" or "AddScoped" or "AddTransient", TypeArguments: [.., var type] }, Arguments: [_] }
            when IsRaw(type) => type,
        _ => null,
    };

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
