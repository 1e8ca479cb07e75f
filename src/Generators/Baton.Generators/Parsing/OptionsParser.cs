using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Parsing;

/// <summary>Reads the MSBuild properties that build/Baton.Generators.props and .targets make visible to the compiler.</summary>
static class OptionsParser
{
    /// <summary>The property <c>BatonGenerateEntryPoint</c>; anything but <c>false</c> counts as on.</summary>
    public static bool GenerateEntryPoint(AnalyzerConfigOptions options) =>
        !options.TryGetValue("build_property.BatonGenerateEntryPoint", out var value) || !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The property <c>BatonShape</c>: whether the build keeps <c>connector.shape.json</c>.</summary>
    public static bool KeepsShape(AnalyzerConfigOptions options) => IsTrue(options, "BatonShape");

    /// <summary>The property <c>BatonAcceptShape</c>: whether this build takes the code as the new shape, whatever the file says.</summary>
    public static bool AcceptsShape(AnalyzerConfigOptions options) => IsTrue(options, "BatonAcceptShape");

    static bool IsTrue(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
