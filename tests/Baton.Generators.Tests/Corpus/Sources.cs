namespace Baton.Generators.Tests.Corpus;

/// <summary>Authors' code that the tests generate for. Every source is in namespace Acme and complete by itself.</summary>
static partial class Sources
{
    /// <summary>What every source begins with.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using Baton;

        """;

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = typeof(Sources).GetFields()
        .Where(field => field.IsLiteral && field.Name != nameof(Usings))
        .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

    public static TheoryData<string> Names => [.. All.Keys.Order(StringComparer.Ordinal)];
}
