using System.Text.Json;
using System.Text.Json.Serialization;
using Baton;

namespace ItemNamespace;

public sealed partial class AcmeConnector
{
    /// <summary>What changed since C1 last asked.</summary>
    [EventFeed("feed-id", EventKind.ResourceChange)]
    public async Task<EventPage> HappeningsAsync(DateTimeOffset since, string? cursor, CancellationToken ct)
    {
        var page = await api.PageAsync($"feed-id?since={since.UtcDateTime:O}", cursor, HappeningsJson.Default.HappeningsEntry, ct);
        // The last page needs a cursor too: C1 goes on from there the next time.
        var last = page.Items.Count > 0 ? page.Items[^1].Id : cursor;
        var events = page.Items.Select(entry => SourceEvent.Changed(entry.Id, entry.At, new ResourceKey<ChangedClass>(entry.ResourceId)));
        return new([.. events], last, HasMore: page.Next is not null);
    }
}

/// <summary>One entry of the feed, as the system describes it.</summary>
public sealed record HappeningsEntry(string Id, DateTimeOffset At, string ResourceId);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(HappeningsEntry))]
sealed partial class HappeningsJson : JsonSerializerContext;
