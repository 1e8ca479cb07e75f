using Microsoft.CodeAnalysis;

namespace Baton.Generators.Diagnostics;

/// <summary>All diagnostics: BATON and four digits, in ranges by area. An id is never used again for something else.</summary>
static partial class Descriptors
{
    /// <summary>The one diagnostic of the generator itself: what it was writing, and the exception.</summary>
    public static readonly DiagnosticDescriptor InternalError = DescriptorFactory.Error(
        "BATON0999",
        "Internal error in the generator",
        "Generating the code of '{0}' failed with {1}: {2}. This is a bug in Baton.Generators: report it with the code of '{0}'.",
        Area.Environment);
}
