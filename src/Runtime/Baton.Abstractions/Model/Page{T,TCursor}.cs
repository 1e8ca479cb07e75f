namespace Baton;

/// <summary>
/// One page of a listing with a cursor of the author's own type: a number, or a record of plain values. A method
/// <c>Task&lt;Page&lt;T, TCursor&gt;&gt; ListAsync(TCursor? cursor, CancellationToken ct)</c> is called again with <see cref="Next"/>
/// until a page is the last. A number is best taken as <c>Page&lt;T, int?&gt;</c>, so that the last page can say <see langword="null"/>.
/// </summary>
/// <typeparam name="T">The model, or <see cref="Grantee"/> or <see cref="ResourceGrant"/>.</typeparam>
/// <typeparam name="TCursor"><see cref="int"/>, <see cref="long"/>, or a positional record whose parameters are strings, numbers or booleans.</typeparam>
public sealed record Page<T, TCursor>
{
    /// <summary>The last page.</summary>
    /// <param name="items">What is on the page; may be empty.</param>
    public Page(IReadOnlyList<T> items) => Items = items;

    /// <summary>A page that others follow.</summary>
    /// <param name="items">What is on the page; may be empty.</param>
    /// <param name="next">Where the next page begins; <see langword="null"/> on the last page.</param>
    public Page(IReadOnlyList<T> items, TCursor? next)
    {
        Items = items;
        Next = next;
        IsLast = next is null;
    }

    /// <summary>What is on the page.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>Where the next page begins; without meaning on the last page.</summary>
    public TCursor? Next { get; }

    /// <summary>Whether the listing ends here.</summary>
    public bool IsLast { get; } = true;
}
