namespace Baton.Tests.Shared;

/// <summary>Tests that measure, or hear the whole process, and therefore run after all others, one after the other.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
