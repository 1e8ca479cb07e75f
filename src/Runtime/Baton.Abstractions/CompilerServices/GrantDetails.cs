namespace Baton.CompilerServices;

/// <summary>The parts of a grant that most grants do not have.</summary>
sealed record GrantDetails
{
    internal static readonly GrantDetails None = new();

    internal string[]? ExpandSlugs { get; init; }

    internal ResourceTypeDefinition[] ExpandTypes { get; init; } = [];

    internal bool Shallow { get; init; }

    internal bool Immutable { get; init; }
}
