using System.Text.Json;
using Baton.C1Z;
using Google.Protobuf;

namespace Baton.C1ZTool.Explorer;

/// <summary>A comparison of two syncs that goes on while it is looked at. It counts everything, and keeps the first changes of each kind to show.</summary>
sealed class Comparison
{
    /// <summary>How many changes of a kind are kept.</summary>
    public const int MostKept = 10_000;

    readonly Lock _gate = new();
    readonly Part[] _parts = [new("resources"), new("entitlements"), new("grants")];
    string? _failure;
    bool _isComplete;

    public Comparison(string key, SyncView before, SyncView after, CancellationToken stop)
    {
        (Key, Stop) = (key, CancellationTokenSource.CreateLinkedTokenSource(stop));
        Done = RunAsync(new(before, after), Stop.Token);
    }

    /// <summary>What is compared.</summary>
    public string Key { get; }

    public CancellationTokenSource Stop { get; }

    public Task Done { get; }

    /// <summary>A page of what is known by now.</summary>
    public void Write(Utf8JsonWriter json, string kind, int skip)
    {
        lock (_gate)
        {
            var shown = Array.Find(_parts, part => part.Name == kind) ?? throw new ToolException($"kind is resources, entitlements or grants, and not {kind}");
            json.WriteBoolean("isComplete", _isComplete);
            if (_failure is not null)
                json.WriteString("failure", _failure);
            json.WriteMember("counts", json => json.WriteObject(json =>
            {
                foreach (var part in _parts)
                    json.WriteMember(part.Name, json => json.WriteObject(part.WriteCounts));
            }));
            json.WriteArray("rows", shown.Changes.Skip(skip).Take(Question.PageSize), static (json, change) => change.Write(json));
            if (shown.Changes.Count > skip + Question.PageSize)
                json.WriteString("next", Text.Number(skip + Question.PageSize));
            json.WriteNumber("kept", shown.Changes.Count);
            json.WriteNumber("limit", MostKept);
        }
    }

    async Task RunAsync(SyncComparison comparison, CancellationToken stop)
    {
        try
        {
            await ReadAsync(_parts[0], comparison.ResourcesAsync(stop), static resource => Name(resource.DisplayName, resource.Id?.Resource));
            await ReadAsync(_parts[1], comparison.EntitlementsAsync(stop), static entitlement => Name(entitlement.DisplayName, entitlement.Id));
            await ReadAsync(_parts[2], comparison.GrantsAsync(stop), static grant => Name(grant.Principal?.DisplayName, grant.Principal?.Id?.Resource));
        }
        catch (Exception e) when (Failure.IsOne(e) || e is OperationCanceledException or ObjectDisposedException)
        {
            _failure = e.Message;
        }
        lock (_gate)
            _isComplete = true;
    }

    async Task ReadAsync<T>(Part part, IAsyncEnumerable<Change<T>> changes, Func<T, string> name)
        where T : class, IMessage<T>
    {
        await foreach (var change in changes)
        {
            var detail = change is { Before: { } before, After: { } after } ? FieldChanges.Describe(before, after) : "";
            var what = change.Before is null ? "created" : change.After is null ? "deleted" : "modified";
            lock (_gate)
                part.Add(new(change.Id, what, name(change.After ?? change.Before!), detail));
        }
    }

    static string Name(string? name, string? otherwise) => string.IsNullOrEmpty(name) ? otherwise ?? "" : name;

    sealed class Part(string name)
    {
        long _created;
        long _modified;
        long _deleted;

        public string Name => name;

        public List<KeptChange> Changes { get; } = [];

        public void Add(KeptChange change)
        {
            _ = change.What switch { "created" => _created++, "deleted" => _deleted++, _ => _modified++ };
            if (Changes.Count < MostKept)
                Changes.Add(change.Bounded());
        }

        public void WriteCounts(Utf8JsonWriter json)
        {
            json.WriteNumber("created", _created);
            json.WriteNumber("modified", _modified);
            json.WriteNumber("deleted", _deleted);
        }
    }

    sealed record KeptChange(string Id, string What, string Name, string Detail)
    {
        public KeptChange Bounded() => new(Shape.Short(Id), What, Shape.Short(Name), Shape.Short(Detail));

        public void Write(Utf8JsonWriter json) => json.WriteObject(json =>
        {
            json.WriteString("id", Id);
            json.WriteString("what", What);
            json.WriteString("name", Name);
            json.WriteString("detail", Detail);
        });
    }
}
