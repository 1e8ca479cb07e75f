namespace Baton;

/// <summary>One page of a feed with a text as cursor.</summary>
/// <param name="Events">What is on the page, oldest first; may be empty.</param>
/// <param name="Next">Where to go on: at once when there is more, else at the next poll. Never null or empty after the first event.</param>
/// <param name="HasMore">Whether there is more to read at once.</param>
public sealed record EventPage(IReadOnlyList<SourceEvent> Events, string? Next, bool HasMore = false);

/// <summary>One page of a feed with a cursor of the author's own type.</summary>
/// <typeparam name="TCursor"><see cref="int"/>, <see cref="long"/>, or a positional record whose parameters are strings, numbers or booleans.</typeparam>
/// <param name="Events">What is on the page, oldest first; may be empty.</param>
/// <param name="Next">Where to go on: at once when there is more, else at the next poll.</param>
/// <param name="HasMore">Whether there is more to read at once.</param>
public sealed record EventPage<TCursor>(IReadOnlyList<SourceEvent> Events, TCursor Next, bool HasMore = false)
    where TCursor : notnull;
