namespace Baton;

/// <summary>One page of a listing with a cursor of the author's own type: a number, or a record of plain values.</summary>
/// <typeparam name="T">The model, or <see cref="Grantee"/> or <see cref="ResourceGrant"/>.</typeparam>
/// <typeparam name="TCursor"><see cref="int"/>, <see cref="long"/>, or a positional record whose parameters are strings, numbers or booleans.</typeparam>
/// <param name="Items">What is on the page; may be empty.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/> on the last page.</param>
public sealed record Page<T, TCursor>(IReadOnlyList<T> Items, TCursor? Next);
