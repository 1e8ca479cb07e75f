using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Diagnostics;

/// <summary>All diagnostics: BATON and four digits, in ranges by area. An id is never used again for something else.</summary>
static partial class Descriptors
{
    /// <summary>Rules for every annotated type. Computed, since the fields of the other parts may be initialized later.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfHosts =>
    [
        LanguageVersionIsTooLow, HostIsNotPartial, HostIsGeneric, HostIsNotAccessible, HostCannotBeCreated, ConstructorIsAmbiguous,
        ConstructorParameterIsUnsupported,
    ];
}
