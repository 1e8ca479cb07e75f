using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>
/// Receives what is wrong with the author's code. Generator and analyzers share the parsers: the generator listens to nothing, the
/// analyzers report, and so "invalid" cannot mean two things.
/// </summary>
interface IParseSink
{
    /// <summary>Whether anybody hears what is reported: what only leads to a report need not be found out otherwise.</summary>
    bool IsHeard { get; }

    void Report(DiagnosticDescriptor descriptor, Location? location, params object[] args);
}
