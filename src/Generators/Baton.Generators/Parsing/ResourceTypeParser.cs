using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads a class marked with <c>[ResourceType]</c>.</summary>
static class ResourceTypeParser
{
    /// <returns>Null when the class cannot be used; then the sink has been told why.</returns>
    public static ResourceTypeModel? Parse(INamedTypeSymbol type, Compilation compilation, IParseSink sink, CancellationToken cancellationToken) => null;
}
