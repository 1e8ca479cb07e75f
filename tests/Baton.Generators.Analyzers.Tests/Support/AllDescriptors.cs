using System.Reflection;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers.Tests.Support;

/// <summary>Every descriptor that the generator assembly declares.</summary>
static class AllDescriptors
{
    public static IReadOnlyDictionary<string, DiagnosticDescriptor> ById { get; } = typeof(Descriptors)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>()
        .ToDictionary(static descriptor => descriptor.Id, StringComparer.Ordinal);
}
