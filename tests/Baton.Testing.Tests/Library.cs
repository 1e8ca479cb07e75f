using System.Globalization;

namespace Baton.Testing.Tests;

/// <summary>A connector whose settings choose what it finds, and what it gets wrong.</summary>
[Connector("baton-library", DisplayName = "Library")]
public sealed partial class LibraryConnector(LibraryConfig config) : ITicketSystem
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

    /// <summary>Says that it created an account, and does nothing.</summary>
    ForgetsAccounts,

    /// <summary>Creates an account that exists already once more.</summary>
    RepeatsAccounts,

    /// <summary>Says that it deleted something, and does nothing.</summary>
    ForgetsDeletions,

    /// <summary>Fails to delete what is deleted.</summary>
    FailsToDeleteAgain,

    /// <summary>Says each time that something was deleted just now.</summary>
    DeletesForEver,

    /// <summary>Says that it created a book, and does nothing.</summary>
    ForgetsBooks,

    /// <summary>Lists a book under another name than it was created with.</summary>
    RenamesBooks,

    /// <summary>Cannot set the password that it is given.</summary>
    RefusesPasswords,

    /// <summary>Somebody whose password was set is gone.</summary>
    LosesReaders,

    /// <summary>The action fails when somebody asks for its end.</summary>
    FailsLate,

    /// <summary>The action has no end.</summary>
    ActsForEver,

    /// <summary>A cursor that leads past events that were not read.</summary>
    SkipsEvents,

    /// <summary>A cursor that leads to events that were read.</summary>
    RepeatsEvents,

    /// <summary>Events of one kind that is not declared.</summary>
    OtherEvents,

    /// <summary>Events from before the time that was asked for.</summary>
    EarlyEvents,

    /// <summary>There is always more.</summary>
    EndlessEvents,

    /// <summary>All new tickets have one id.</summary>
    OneTicket,

    /// <summary>A ticket that is read has another title.</summary>
    ChangesTickets,

    /// <summary>A ticket that does not exist is an error.</summary>
    FailsWithoutTicket,

    /// <summary>Two kinds of ticket have one id.</summary>
    SameKinds,

    /// <summary>Takes what is in the session store for certain.</summary>
    TrustsSession,

    /// <summary>Wants more in the session store than a value may have.</summary>
    FillsSession,

    /// <summary>Says that it issued a pass, and does nothing.</summary>
    ForgetsPasses,

    /// <summary>Gives out the same pass each time.</summary>
    OnePass,

    /// <summary>Lists a pass as somebody else's.</summary>
    MixesUpReaders,
}

public sealed record Reader([property: Map(To.Id), Map(To.Login)] string Id, [property: Map(To.DisplayName)] string Name);

public sealed record Book([property: Map(To.Id)] string Id, [property: Map(To.DisplayName)] string Title);

[ResourceType("reader", Trait.User)]
public sealed partial class Readers(LibraryConfig config)
{
    readonly Shelf _shelf = Shelf.Of(config.Shelf);

    public IEnumerable<Reader> ListAsync() =>
        Enumerable.Range(1, config.Readers).Select(n => new Reader(Id(n), $"Reader {n}"))
            .Where(reader => !_shelf.Lost.ContainsKey(reader.Id))
            .Concat(_shelf.Readers.Values.OrderBy(static reader => reader.Id, StringComparer.Ordinal));

    string Id(int n) => n.ToString(CultureInfo.InvariantCulture)
        + (config.Mistake == Mistake.UnstableIds && n > 1 ? "-" + Guid.NewGuid().ToString("N") : "");
}

[ResourceType("book", Trait.App)]
[Entitlement("borrowed", Purpose = Purpose.Assignment)]
[Grantable("borrowed", typeof(Readers))]
public sealed partial class Books(LibraryConfig config, ISessionStore session)
{
    readonly Shelf _shelf = Shelf.Of(config.Shelf);

    public async Task<Page<Book>> ListAsync(string? cursor, CancellationToken ct)
    {
        await Task.Delay(config.Mistake == Mistake.NeverEnds ? Timeout.Infinite : 0, ct);
        await session.SetTextAsync("title", "Emma", ct);
        var title = await session.GetTextAsync("title", ct);
        if (config.Mistake == Mistake.FillsSession)
            await session.SetAsync("pages", new byte[SessionStore.MaxValueBytes + 1], ct);
        return new([new("b1", config.Mistake == Mistake.TrustsSession ? title ?? "" : "Emma"), .. _shelf.Books.Values.OrderBy(static book => book.Id, StringComparer.Ordinal)]);
    }

    [Grants("borrowed")]
    public IEnumerable<Grantee> Borrowers(Book book)
    {
        if (!_shelf.Lost.ContainsKey("1"))
            yield return Grantee.User<Readers>("1");
        if (config.LendToStranger)
            yield return Grantee.User<Readers>($"stranger-of-{book.Id}");
        foreach (var reader in _shelf.Loans.Keys.Where(_ => book.Id == "b1").Order(StringComparer.Ordinal))
            yield return Grantee.User<Readers>(reader);
    }

    [Grant("borrowed")]
    public Task<GrantOutcome> LendAsync(ResourceKey book, Principal reader)
    {
        if (config.Mistake == Mistake.ForgetsGrants)
            return Task.FromResult(GrantOutcome.Granted);
        if (_shelf.Loans.TryAdd(reader.Id, true))
            return Task.FromResult(GrantOutcome.Granted);
        return config.Mistake == Mistake.FailsOnRepetition
            ? throw new ConnectorException(ErrorCode.AlreadyExists, $"{reader} has borrowed {book} already")
            : Task.FromResult(GrantOutcome.AlreadyGranted);
    }

    [Revoke("borrowed")]
    public Task<RevokeOutcome> TakeBackAsync(ResourceKey book, Principal reader) =>
        Task.FromResult(_shelf.Loans.TryRemove(reader.Id, out _) ? RevokeOutcome.Revoked : RevokeOutcome.AlreadyRevoked);
}
