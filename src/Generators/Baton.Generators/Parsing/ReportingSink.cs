using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>The sink of the analyzers.</summary>
sealed class ReportingSink(Action<Diagnostic> report) : IParseSink
{
    public bool IsHeard => true;

    public void Report(DiagnosticDescriptor descriptor, Location? location, params object[] args) =>
        report(Diagnostic.Create(descriptor, location, args));
}
