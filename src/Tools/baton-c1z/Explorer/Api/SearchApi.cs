using Baton.C1Z;

namespace Baton.C1ZTool.Explorer;

/// <summary>Finds by a part of the id or the name.</summary>
static class SearchApi
{
    const int ScanPage = 100;
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Resources whose id or name contains what was typed, in any case.</summary>
    public static async Task<HttpReply> ResourcesAsync(Question question, TimeProvider time)
    {
        var filter = new ResourceFilter { ResourceTypeId = question.Find("type") };
        var text = question.Find("q");
        var (page, scanned) = await ScanAsync(
            question,
            time,
            (from, size) => question.View.ResourcePageAsync(filter, from, size, question.Cancel),
            row => text is null || Has(row.DisplayName, text) || Has(row.Id?.Resource, text));
        return await Reply.PageAsync(page, row => question.ShapeAsync(row), static (json, shape) => shape.Write(json), json => json.WriteNumber("scanned", scanned));
    }

    /// <summary>Entitlements whose id or name contains what was typed, in any case.</summary>
    public static async Task<HttpReply> EntitlementsAsync(Question question, TimeProvider time)
    {
        var filter = new EntitlementFilter { ResourceTypeId = question.Find("type") };
        var text = question.Find("q");
        var (page, scanned) = await ScanAsync(
            question,
            time,
            (from, size) => question.View.EntitlementPageAsync(filter, from, size, question.Cancel),
            row => text is null || Has(row.DisplayName, text) || Has(row.Id, text));
        return await Reply.PageAsync(page, row => question.ShapeAsync(row), static (json, shape) => shape.Write(json), json => json.WriteNumber("scanned", scanned));
    }

    /// <summary>Looks until there is a page, or a moment has passed: the page asks again from there, and shows what was found meanwhile.</summary>
    static async Task<(RowPage<T> Page, long Scanned)> ScanAsync<T>(
        Question question, TimeProvider time, Func<long?, int, Task<RowPage<T>>> read, Func<T, bool> isWanted)
    {
        var (rows, next, scanned, begun) = (new List<T>(), question.From, 0L, time.GetTimestamp());
        do
        {
            var page = await read(next, question.Find("q") is null ? Question.PageSize : rows.Count == 0 && scanned > 0 ? 10 * ScanPage : ScanPage);
            rows.AddRange(page.Rows.Where(isWanted));
            scanned += page.Rows.Count;
            next = page.Next;
        }
        while (next is not null && rows.Count < Question.PageSize && time.GetElapsedTime(begun) < Patience);
        return (new(rows, next), scanned);
    }

    static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
