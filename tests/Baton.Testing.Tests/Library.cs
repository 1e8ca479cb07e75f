using System.Collections.Concurrent;
using System.Globalization;

namespace Baton.Testing.Tests;

/// <summary>A connector whose settings choose what it finds, and what it gets wrong.</summary>
[Connector("baton-library", DisplayName = "Library")]
public sealed partial class LibraryConnector(LibraryConfig config)
{
#pragma warning disable BATON1101 // there is no source that could be asked
    public Task ValidateAsync(CancellationToken ct) => config.Readers >= 0
        ? Task.CompletedTask
        : Task.FromException(new ConnectorException(ErrorCode.InvalidArgument, "--readers must not be negative"));
#pragma warning restore BATON1101
}

[ConnectorConfig]
public sealed partial record LibraryConfig
{
    [Field(Description = "How many readers there are")]
    public int Readers { get; init; } = 3;

    [Field(Description = "Lend a book to somebody who is not a reader")]
    public bool LendToStranger { get; init; }

    [Field(Description = "Where loans are remembered from run to run; nowhere unless set")]
    public string Shelf { get; init; } = "";

    [Field(Description = "What the connector gets wrong")]
    public Mistake Mistake { get; init; }
}

public enum Mistake
{
    None,

    /// <summary>Other ids each time.</summary>
    UnstableIds,

    /// <summary>Somebody who holds a book already cannot be granted it.</summary>
    FailsOnRepetition,

    /// <summary>Says that it granted, and does nothing.</summary>
    ForgetsGrants,

    /// <summary>A page that always has another one after it.</summary>
    NeverEnds,
}

public sealed record Reader([property: Map(To.Id), Map(To.Login)] string Id, [property: Map(To.DisplayName)] string Name);

public sealed record Book([property: Map(To.Id)] string Id, [property: Map(To.DisplayName)] string Title);

[ResourceType("reader", Trait.User)]
public sealed partial class Readers(LibraryConfig config)
{
    public IEnumerable<Reader> ListAsync() =>
        Enumerable.Range(1, config.Readers).Select(n => new Reader(Id(n), $"Reader {n}"));

    string Id(int n) => n.ToString(CultureInfo.InvariantCulture)
        + (config.Mistake == Mistake.UnstableIds && n > 1 ? "-" + Guid.NewGuid().ToString("N") : "");
}

[ResourceType("book", Trait.App)]
[Entitlement("borrowed", Purpose = Purpose.Assignment)]
[Grantable("borrowed", typeof(Readers))]
public sealed partial class Books(LibraryConfig config)
{
    static readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> Shelves = new();

    // One that is not remembered anywhere is new in every run.
    readonly ConcurrentDictionary<string, bool> _loans = config.Shelf.Length == 0 ? new() : Shelves.GetOrAdd(config.Shelf, static _ => new());

    public async Task<Page<Book>> ListAsync(string? cursor, CancellationToken ct)
    {
        await Task.Delay(config.Mistake == Mistake.NeverEnds ? Timeout.Infinite : 0, ct);
        return new([new("b1", "Emma")]);
    }

    [Grants("borrowed")]
    public IEnumerable<Grantee> Borrowers(Book book)
    {
        yield return Grantee.User<Readers>("1");
        if (config.LendToStranger)
            yield return Grantee.User<Readers>($"stranger-of-{book.Id}");
        foreach (var reader in _loans.Keys.Order(StringComparer.Ordinal))
            yield return Grantee.User<Readers>(reader);
    }

    [Grant("borrowed")]
    public Task<GrantOutcome> LendAsync(ResourceKey book, Principal reader)
    {
        if (config.Mistake == Mistake.ForgetsGrants)
            return Task.FromResult(GrantOutcome.Granted);
        if (_loans.TryAdd(reader.Id, true))
            return Task.FromResult(GrantOutcome.Granted);
        return config.Mistake == Mistake.FailsOnRepetition
            ? throw new ConnectorException(ErrorCode.AlreadyExists, $"{reader} has borrowed {book} already")
            : Task.FromResult(GrantOutcome.AlreadyGranted);
    }

    [Revoke("borrowed")]
    public Task<RevokeOutcome> TakeBackAsync(ResourceKey book, Principal reader) =>
        Task.FromResult(_loans.TryRemove(reader.Id, out _) ? RevokeOutcome.Revoked : RevokeOutcome.AlreadyRevoked);
}
