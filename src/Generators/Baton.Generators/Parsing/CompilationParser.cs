using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the facts of a compilation that generated code depends on.</summary>
static class CompilationParser
{
    const string InformationalVersion = "System.Reflection.AssemblyInformationalVersionAttribute";

    public static CompilationModel Parse(Compilation compilation, CancellationToken cancellationToken) =>
        new(Version(compilation.Assembly), NeedsEntryPoint(compilation, cancellationToken));

    static string Version(IAssemblySymbol assembly)
    {
        var attribute = assembly.GetAttributes().FirstOrDefault(static a => a.AttributeClass?.ToDisplayString() == InformationalVersion);
        var stated = attribute?.ConstructorArguments.FirstOrDefault().Value as string;
        return string.IsNullOrEmpty(stated) ? assembly.Identity.Version.ToString(3) : stated!.Split('+')[0];
    }

    static bool NeedsEntryPoint(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
        && compilation.GetTypeByMetadataName(KnownTypes.ConnectorHost) is not null
        && compilation.GetEntryPoint(cancellationToken) is null;
}
