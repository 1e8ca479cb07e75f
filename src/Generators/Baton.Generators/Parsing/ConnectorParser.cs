using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads a class marked with <c>[Connector]</c>.</summary>
static class ConnectorParser
{
    /// <returns>Null when the class cannot be used; then the sink has been told why.</returns>
    public static ConnectorModel? Parse(INamedTypeSymbol type, Compilation compilation, IParseSink sink, CancellationToken cancellationToken) => null;
}
