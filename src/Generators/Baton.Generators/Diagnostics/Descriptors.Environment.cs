using Microsoft.CodeAnalysis;
using static Baton.Generators.Diagnostics.DescriptorFactory;

namespace Baton.Generators.Diagnostics;

static partial class Descriptors
{
    public static readonly DiagnosticDescriptor LanguageVersionIsTooLow = Error(
        "BATON0001",
        "Language version is too low",
        "The code generated for '{0}' needs C# {1} or later, and this project compiles as C# {2}: remove LangVersion from the project or raise it",
        Area.Environment);

    /// <summary>The one diagnostic of the generator itself: what it was writing, and the exception.</summary>
    public static readonly DiagnosticDescriptor InternalError = Error(
        "BATON0999",
        "Internal error in the generator",
        "Generating the code of '{0}' failed with {1}: {2}. This is a bug in Baton.Generators: report it with the code of '{0}'.",
        Area.Environment);
}
