using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Baton.Testing.Tests;

/// <summary>What one library remembers from run to run.</summary>
sealed class Shelf
{
    static readonly ConcurrentDictionary<string, Shelf> All = new();

    public ConcurrentDictionary<string, bool> Loans { get; } = new();

    public ConcurrentDictionary<string, Reader> Readers { get; } = new();

    public ConcurrentDictionary<string, bool> Lost { get; } = new();

    public ConcurrentDictionary<string, Book> Books { get; } = new();

    public ConcurrentDictionary<string, Pass> Passes { get; } = new();

    public ConcurrentDictionary<string, Ticket> Tickets { get; } = new();

    // One that has no name is new in every run.
    public static Shelf Of(string name) => name.Length == 0 ? new() : All.GetOrAdd(name, static _ => new());
}

public sealed record Membership(string Name);

public sealed partial class Readers
{
    [CreateAccount(
        CredentialOption.NoPassword, CredentialOption.RandomPassword, CredentialOption.Sso, CredentialOption.EncryptedPassword,
        Preferred = CredentialOption.NoPassword)]
    public Task<AccountResult<Reader>> JoinAsync(NewAccount account, Membership membership, NewCredential credential, CancellationToken ct)
    {
        var reader = new Reader($"n-{account.Login}", membership.Name);
        var isNew = config.Mistake == Mistake.ForgetsAccounts || _shelf.Readers.TryAdd(reader.Id, reader);
        return Task.FromResult(isNew || config.Mistake == Mistake.RepeatsAccounts ? AccountResult.Created(reader) : AccountResult.AlreadyExists(reader));
    }

    [DeleteResource]
    public Task<DeleteOutcome> LeaveAsync(ResourceKey reader, CancellationToken ct)
    {
        if (config.Mistake == Mistake.ForgetsDeletions || _shelf.Readers.TryRemove(reader.Id, out _) || config.Mistake == Mistake.DeletesForEver)
            return Task.FromResult(DeleteOutcome.Deleted);
        return config.Mistake == Mistake.FailsToDeleteAgain
            ? throw new ConnectorException(ErrorCode.NotFound, $"{reader} is nobody")
            : Task.FromResult(DeleteOutcome.AlreadyDeleted);
    }

    [RotateCredentials(CredentialOption.RandomPassword, CredentialOption.EncryptedPassword, Preferred = CredentialOption.RandomPassword)]
    public Task SetPasswordAsync(ResourceKey reader, NewCredential credential, CancellationToken ct)
    {
        if (config.Mistake == Mistake.RefusesPasswords)
            throw new ConnectorException(ErrorCode.InvalidArgument, "the library wants longer passwords");
        if (config.Mistake == Mistake.LosesReaders)
            _shelf.Lost[reader.Id] = true;
        return Task.CompletedTask;
    }
}

public sealed partial class Readers
{
    [IssueCredential(IssuedCredentialKind.ApiKey, typeof(Passes), Scopes = ["read"], MinLifetimeSeconds = 60, MaxLifetimeSeconds = 3600)]
    [IssueCredential(IssuedCredentialKind.Token, typeof(Passes), Audiences = ["library"])]
    [IssueCredential(IssuedCredentialKind.KeyPair, typeof(Passes), KeyProfiles = ["Ed25519"], Virtual = true)]
    public Task<IssuedCredential> IssueAsync(ResourceKey reader, CredentialRequest request, CancellationToken ct)
    {
        var id = config.Mistake == Mistake.OnePass ? $"{reader.Id}-{request.Kind}" : $"{reader.Id}-{request.RequestId}";
        if (config.Mistake != Mistake.ForgetsPasses)
            _shelf.Passes[id] = new(id, config.Mistake == Mistake.MixesUpReaders ? "1" : reader.Id, IsListed: request.Kind != IssuedCredentialKind.KeyPair);
        return Task.FromResult(new IssuedCredential(id, new PlaintextSecret("key", $"sesame-{id}"), new PlaintextSecret("number", id)));
    }
}

public sealed record Pass(string Id, string Holder, bool IsListed);

[ResourceType("pass", Trait.Secret)]
public sealed partial class Passes(LibraryConfig config)
{
    readonly Shelf _shelf = Shelf.Of(config.Shelf);

    public IEnumerable<Pass> ListAsync() => _shelf.Passes.Values.Where(static pass => pass.IsListed).OrderBy(static pass => pass.Id, StringComparer.Ordinal);

    static void Map(Pass pass, SecretBuilder secret) => secret.Id(pass.Id).DisplayName($"Pass {pass.Id}").Identity(new("reader", pass.Holder));

    [DeleteResource]
    public Task<DeleteOutcome> WithdrawAsync(ResourceKey pass, CancellationToken ct) =>
        Task.FromResult(_shelf.Passes.TryRemove(pass.Id, out _) ? DeleteOutcome.Deleted : DeleteOutcome.AlreadyDeleted);
}

public sealed partial class Books
{
    [CreateResource]
    public Task<Book> BuyAsync(NewResource book, CancellationToken ct)
    {
        var bought = new Book($"b-{book.DisplayName}", book.DisplayName);
        if (config.Mistake != Mistake.ForgetsBooks)
            _shelf.Books[bought.Id] = config.Mistake == Mistake.RenamesBooks ? bought with { Title = "Untitled" } : bought;
        return Task.FromResult(bought);
    }

    [DeleteResource]
    public Task<DeleteOutcome> SellAsync(ResourceKey book, CancellationToken ct) =>
        Task.FromResult(_shelf.Books.TryRemove(book.Id, out _) ? DeleteOutcome.Deleted : DeleteOutcome.AlreadyDeleted);
}

public sealed record Count(int Books);

public sealed partial class LibraryConnector
{
    const int Events = 12;
    static readonly DateTimeOffset Opening = new(2026, 1, 2, 3, 0, 0, TimeSpan.Zero);

    readonly Shelf _shelf = Shelf.Of(config.Shelf);

    [Action("count")]
    public async Task<Count> CountAsync(string? shelf, CancellationToken ct)
    {
        if (config.Mistake is Mistake.FailsLate or Mistake.ActsForEver)
            await Task.Delay(config.Mistake == Mistake.FailsLate ? 1200 : Timeout.Infinite, ct);
        return config.Mistake == Mistake.FailsLate ? throw new ConnectorException(ErrorCode.Aborted, "somebody moved the books") : new(1);
    }

    [EventFeed("loans", EventKind.Usage)]
    public Task<EventPage<int>> LoansAsync(DateTimeOffset since, int? cursor, int size, CancellationToken ct)
    {
        var first = cursor ?? 0;
        var count = Math.Clamp(Events - first, 0, size);
        var next = first + count + (config.Mistake switch
        {
            Mistake.SkipsEvents when size == 2 && first + count < Events => 1,
            Mistake.RepeatsEvents when first > 0 && first + count < Events && count > 1 => -1,
            _ => 0,
        });
        var from = config.Mistake == Mistake.EarlyEvents ? since.AddDays(-1) : since < Opening ? Opening : since;
        var events = Enumerable.Range(first, count).Select(n => Event(n, from)).ToList();
        return Task.FromResult(config.Mistake == Mistake.EndlessEvents
            ? new EventPage<int>([], first + 1, HasMore: true)
            : new EventPage<int>(events, next, HasMore: next < Events));
    }

    SourceEvent Event(int n, DateTimeOffset from)
    {
        var (id, time, book) = (n.ToString(CultureInfo.InvariantCulture), from.AddMinutes(n), new ResourceKey("book", "b1"));
        return config.Mistake == Mistake.OtherEvents && n == 3
            ? SourceEvent.Changed(id, time, book)
            : SourceEvent.Usage(id, time, book, new Principal("reader", "1"));
    }

    public async IAsyncEnumerable<TicketSchema> SchemasAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        yield return new("repair", "Repair")
        {
            Statuses = [new("open", "Open")],
            Types = [new("task", "Task")],
            Fields =
            [
                Needed(TicketField.Text("shelf", "Shelf")), Needed(TicketField.Texts("tags", "Tags")), Needed(TicketField.Flag("soon", "Soon")),
                Needed(TicketField.Number("pages", "Pages")), Needed(TicketField.Time("due", "Due")),
                Needed(TicketField.Choice("colour", "Colour", "red", "blue")),
                Needed(TicketField.Choices("marks", "Marks", "torn", "wet")), Needed(TicketField.Option("room", "Room", new TicketOption("1", "One"))),
                Needed(TicketField.Options("rooms", "Rooms", new TicketOption("1", "One"))),
            ],
        };
        yield return new(config.Mistake == Mistake.SameKinds ? "repair" : "order", "Order");
    }

    public Task<Ticket?> GetAsync(string id, CancellationToken cancellationToken)
    {
        var found = _shelf.Tickets.GetValueOrDefault(id);
        if (found is null && config.Mistake == Mistake.FailsWithoutTicket)
            throw new ConnectorException(ErrorCode.Internal, "key not found");
        return Task.FromResult(found is not null && config.Mistake == Mistake.ChangesTickets ? found with { DisplayName = "Something" } : found);
    }

    public Task<Ticket> CreateAsync(NewTicket ticket, TicketSchema schema, CancellationToken cancellationToken)
    {
        var id = config.Mistake == Mistake.OneTicket ? "t" : $"t{_shelf.Tickets.Count + 1}";
        return Task.FromResult(_shelf.Tickets[id] = new(id, ticket.DisplayName) { Fields = ticket.Fields });
    }

    static TicketField Needed(TicketField field) => field with { Required = true };
}
