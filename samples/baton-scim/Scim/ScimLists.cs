using System.Globalization;
using System.Net;
using System.Text.Json;
using Baton;
using BatonScim.Http;

namespace BatonScim.Scim;

/// <summary>
/// Reads lists page by page. How far to go cannot be left to what servers say: totals may be those of a page, sizes may be absent, and the
/// place to begin at may be ignored. So a list ends where a page is empty, or where a total that more than one page agreed with is reached.
/// </summary>
sealed class ScimLists(ScimClient client, ScimConfig config)
{
    /// <summary>Reads a page.</summary>
    /// <param name="endpoint"><c>Users</c> or <c>Groups</c>.</param>
    /// <param name="filter">Which of them; null for all.</param>
    /// <param name="attributes">What of them; null for all that the server likes to send.</param>
    /// <param name="position">Where the page begins; null for the first.</param>
    /// <param name="read">Reads a resource; null leaves it out.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Page<T, ListPosition>> PageAsync<T>(
        string endpoint, string? filter, string? attributes, ListPosition? position, Func<JsonElement, T?> read, CancellationToken ct)
        where T : class
    {
        var at = position ?? ListPosition.Start;
        using var answer = await AskAsync(Address(endpoint, filter, attributes, at), at, ct);
        if (answer is null)
            return new([], null);
        var list = answer.RootElement;
        var resources = list.Values("Resources").ToList();
        var first = resources.Count > 0 ? resources[0].Text("id") : null;
        var total = list.Number("totalResults") ?? 0;
        if (first is null)
            return new([], null);
        if (first == at.FirstId)
            return total < at.StartIndex ? new([], null) : throw Stuck(endpoint, at, total);
        return new([.. resources.Select(read).OfType<T>()], Next(at, list.Text("nextCursor"), first, resources.Count, total));
    }

    // Past the end of what they claimed to have, some servers refuse to answer.
    async Task<JsonDocument?> AskAsync(string address, ListPosition at, CancellationToken ct)
    {
        try
        {
            return await client.GetAsync(address, ct);
        }
        catch (HttpRequestException e) when (
            at.StartIndex > 1 && at.StartIndex > at.Claimed && e.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    static ListPosition? Next(ListPosition at, string? cursor, string first, int count, long total)
    {
        if (cursor is not null)
            return new(at.StartIndex + count, cursor, first, total);
        if (at.Cursor is not null)
            return null;
        var seen = at.StartIndex - 1 + count;
        // A total that is that of one page may be all there is, or a lie: the next page tells.
        return seen == total && total > count ? null : new(seen + 1, null, first, total);
    }

    string Address(string endpoint, string? filter, string? attributes, ListPosition at)
    {
        var query = at.Cursor is { } cursor
            ? $"cursor={Uri.EscapeDataString(cursor)}"
            : string.Create(CultureInfo.InvariantCulture, $"startIndex={at.StartIndex}");
        var address = string.Create(CultureInfo.InvariantCulture, $"{endpoint}?{query}&count={config.PageSize}");
        if (!string.IsNullOrEmpty(filter))
            address += $"&filter={Uri.EscapeDataString(filter)}";
        return attributes is null ? address : $"{address}&attributes={Uri.EscapeDataString(attributes)}";
    }

    static ConnectorException Stuck(string endpoint, ListPosition at, long total) => new(
        ErrorCode.FailedPrecondition,
        $"{endpoint}: the server answers startIndex={at.StartIndex} with the page before again, and claims {total} resources: the rest cannot be read. " +
        $"Raise --page-size to {total} or more, if the server gives that many at once.");
}
