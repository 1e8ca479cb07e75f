using Microsoft.CodeAnalysis;

namespace Baton.Generators.Diagnostics;

/// <summary>Makes descriptors, so that all of them have a help link and a category.</summary>
static class DescriptorFactory
{
    /// <summary>The pages are part of the repository; a full address goes here once the repository has one.</summary>
    const string Pages = "docs/diagnostics/";

    public static DiagnosticDescriptor Error(string id, string title, string messageFormat, Area area) =>
        Create(id, title, messageFormat, area, DiagnosticSeverity.Error);

    public static DiagnosticDescriptor Warning(string id, string title, string messageFormat, Area area) =>
        Create(id, title, messageFormat, area, DiagnosticSeverity.Warning);

    static DiagnosticDescriptor Create(string id, string title, string messageFormat, Area area, DiagnosticSeverity severity) =>
        new(id, title, messageFormat, "Baton." + area, severity, isEnabledByDefault: true, helpLinkUri: Pages + id + ".md");
}
