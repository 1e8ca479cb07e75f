using System.Text.Json;
using Baton.C1Z;
using Baton.Protocol;
using Google.Protobuf;

namespace Baton.C1ZTool;

/// <summary>A comparison as JSON. Each list is a pass of its own over both syncs, so that none is held.</summary>
sealed class DiffJson(ToolHost host, SyncComparison comparison)
{
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var json = JsonOutput.Writer(host);
        json.WriteStartObject();
        await PartAsync(json, "resources", comparison.ResourcesAsync, cancellationToken);
        await PartAsync(json, "entitlements", comparison.EntitlementsAsync, cancellationToken);
        await PartAsync(json, "grants", comparison.GrantsAsync, cancellationToken);
        json.WriteEndObject();
    }

    static async Task PartAsync<T>(Utf8JsonWriter json, string name, Func<CancellationToken, IAsyncEnumerable<Change<T>>> changes, CancellationToken cancellationToken)
        where T : class, IMessage<T>
    {
        json.WriteStartObject(name);
        await ListAsync("created", static change => change.Before is null ? change.After : null);
        await ListAsync("modified", static change => change.Before is null ? null : change.After);
        await ListAsync("deleted", static change => change.After is null ? change.Before : null);
        json.WriteEndObject();

        Task ListAsync(string list, Func<Change<T>, T?> choose)
        {
            var messages = changes(cancellationToken).Select(choose, cancellationToken).Where(static message => message is not null, cancellationToken);
            return JsonOutput.ArrayAsync(json, list, messages, static (json, message) => ProtoJson.Write(json, message!), cancellationToken);
        }
    }
}
