using Baton;

namespace BatonSynthetic;

/// <summary>Numbers in pages, as a source gives its rows.</summary>
static class Paging
{
    /// <summary>The numbers from the cursor on.</summary>
    /// <param name="config">How many are on a page.</param>
    /// <param name="cursor">Where the page begins; null for the first.</param>
    /// <param name="count">How many numbers there are.</param>
    public static Page<int, int?> Of(SyntheticConfig config, int? cursor, int count)
    {
        var first = cursor ?? 0;
        var next = (int)Math.Min((long)first + config.Page, count);
        return new([.. Enumerable.Range(first, Math.Max(0, next - first))], next < count ? next : null);
    }
}
