namespace Baton;

/// <summary>
/// One page of a listing with a string cursor. A method <c>Task&lt;Page&lt;T&gt;&gt; ListAsync(string? cursor, CancellationToken ct)</c> is
/// called again with <see cref="Next"/> until that is <see langword="null"/>; the cursor is part of the checkpoint, so an
/// interrupted listing goes on where it was.
/// </summary>
/// <typeparam name="T">The model, or <see cref="Grantee"/> or <see cref="ResourceGrant"/>.</typeparam>
/// <param name="Items">What is on the page; may be empty.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/> or empty on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next = null);
