namespace Baton.Tests.Shared;

/// <summary>Tests that measure, and therefore run after all others, one after the other.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
