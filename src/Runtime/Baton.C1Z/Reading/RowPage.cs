namespace Baton.C1Z;

/// <summary>Some rows of a list, for who shows it a page at a time.</summary>
/// <typeparam name="T">What they are.</typeparam>
/// <param name="Rows">The rows, in the order in which they were stored.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record RowPage<T>(IReadOnlyList<T> Rows, long? Next);
