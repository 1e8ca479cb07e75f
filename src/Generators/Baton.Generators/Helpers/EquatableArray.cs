using System.Collections.Immutable;

namespace Baton.Generators.Helpers;

/// <summary>Makes <see cref="EquatableArray{T}"/>s.</summary>
static class EquatableArray
{
    public static EquatableArray<T> From<T>(IEnumerable<T> items) => new(items.ToImmutableArray());
}
