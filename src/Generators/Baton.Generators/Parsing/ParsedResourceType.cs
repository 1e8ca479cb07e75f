using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>What is known about a class marked with <c>[ResourceType]</c>, when something can be generated into it.</summary>
/// <param name="Model">Null when it has mistakes, which the analyzers report.</param>
sealed record ParsedResourceType(HostModel Host, ResourceTypeModel? Model)
{
    public static ParsedResourceType? Of(INamedTypeSymbol type, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
    {
        var model = ResourceTypeParser.Parse(type, compilation, sink, cancellationToken);
        var host = model?.Host
            ?? HostParser.Parse(type, ResourceTypeParser.Attribute, place: null, compilation, SilentSink.Instance, cancellationToken);
        return host is null ? null : new(host, model);
    }
}
