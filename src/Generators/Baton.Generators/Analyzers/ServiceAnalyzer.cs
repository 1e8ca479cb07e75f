using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Analyzers;

/// <summary>Rules for what the constructors of connectors and resource types need: the container would find out only when the program runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceAnalyzer : AnnotatedTypeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.ServicesNeedEachOther, Descriptors.ServiceIsNotRegistered];

    private protected override void Analyze(INamedTypeSymbol type, SymbolAnalysisContext context, SharedIndex index)
    {
        if (!type.Has(KnownTypes.Connector) && !type.Has(KnownTypes.ResourceType))
            return;
        if (ConstructorParser.Choose(type, context.CancellationToken) is not { } constructor)
            return;
        foreach (var parameter in constructor.Parameters)
        {
            var walk = new DependencyWalk(context.Compilation, context.CancellationToken);
            var place = parameter.TypePlace(context.CancellationToken);
            if (walk.FindCircle(type, parameter) is { } circle)
            {
                SinkOf(context).Report(Descriptors.ServicesNeedEachOther, place, circle[0].ShortName(),
                    string.Join(" -> ", circle.Select(static member => member.ShortName())));
            }
            else if (index.Get(context.CancellationToken).Connectors is [var connector] && !HasConfigureServices(connector, context.Compilation) &&
                walk.FindUnregistered(type, parameter) is { } found)
            {
                SinkOf(context).Report(Descriptors.ServiceIsNotRegistered, place, found.Consumer.ShortName(), found.Service.ShortName(),
                    found.Reason, connector.ShortName());
            }
        }
    }

    // What the author registers is known only at run time.
    static bool HasConfigureServices(INamedTypeSymbol connector, Compilation compilation) =>
        connector.OrdinaryMethods(compilation).Any(static method => method.Name == "ConfigureServices");
}
