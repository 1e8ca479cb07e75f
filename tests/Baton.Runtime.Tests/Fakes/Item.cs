namespace Baton.Runtime.Tests;

/// <summary>What fake connectors list.</summary>
sealed record Item(string Id, string? Name = null)
{
    internal static Item[] Numbered(string prefix, int count) => [.. Enumerable.Range(0, count).Select(i => new Item($"{prefix}{i}"))];
}
