using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Projects of tests, in which the code beside a connector is not that of the connector.</summary>
static class TestProject
{
    static readonly string[] Frameworks =
        ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    public static bool Is(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(static reference => Array.IndexOf(Frameworks, reference.Name) >= 0);
}
