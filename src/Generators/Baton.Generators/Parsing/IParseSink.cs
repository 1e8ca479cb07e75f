using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>
/// Receives what is wrong with the author's code. Generator and analyzers share the parsers: the generator listens to nothing, the
/// analyzers report, and so "invalid" cannot mean two things.
/// </summary>
interface IParseSink
{
    void Report(DiagnosticDescriptor descriptor, Location? location, params object[] args);
}
