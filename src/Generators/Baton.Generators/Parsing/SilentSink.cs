using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>The sink of the generator.</summary>
sealed class SilentSink : IParseSink
{
    public static readonly SilentSink Instance = new();

    SilentSink()
    {
    }

    public bool IsHeard => false;

    public void Report(DiagnosticDescriptor descriptor, Location? location, params object[] args)
    {
    }
}
