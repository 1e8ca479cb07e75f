using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Parsing;

/// <summary>Reads the MSBuild properties that build/Baton.Generators.props makes visible to the compiler.</summary>
static class OptionsParser
{
    /// <summary>The property <c>BatonGenerateEntryPoint</c>; anything but <c>false</c> counts as on.</summary>
    public static bool GenerateEntryPoint(AnalyzerConfigOptions options) =>
        !options.TryGetValue("build_property.BatonGenerateEntryPoint", out var value) || !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
