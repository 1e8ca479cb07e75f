using System.Text;

namespace Baton.Sync;

/// <summary>
/// Finds listings that never end: a page token that was handed out before. Brent's method: one earlier token is remembered, and
/// replaced after 1, 2, 4… pages, so that a circle of any length is found, at the latest after three times its length.
/// </summary>
sealed class CursorGuard
{
    /// <summary>The longest token that the protocol allows, in bytes.</summary>
    internal const int MaxLength = 1 << 20;

    string? _earlier;
    long _pages;
    long _replaceAt = 1;

    /// <summary>Checks the token of the next page.</summary>
    /// <param name="call">Names the listing in the error.</param>
    /// <param name="current">The token of the page just read.</param>
    /// <param name="next">What that page named as its next.</param>
    internal void Check(string call, string current, string next)
    {
        if (Encoding.UTF8.GetByteCount(next) is var length && length > MaxLength)
            throw new ConnectorException(ErrorCode.Internal, $"{call}: the token of the next page has {length} bytes; at most {MaxLength} are allowed.");
        if (next == current)
            throw Stuck(call, "is the one of this page", next);
        if (next == _earlier)
            throw Stuck(call, "was handed out before: the pages go in a circle", next);
        if (++_pages < _replaceAt)
            return;
        (_earlier, _replaceAt) = (next, _replaceAt * 2);
    }

    static ConnectorException Stuck(string call, string what, string token) => new(
        ErrorCode.Internal,
        $"{call}: the token of the next page {what}, so the listing would never end. This is likely a bug in the connector: it must return an empty " +
        $"token, or null, on the last page. Token: \"{(token.Length <= 100 ? token : string.Concat(token.AsSpan(0, 100), "…"))}\".");
}
