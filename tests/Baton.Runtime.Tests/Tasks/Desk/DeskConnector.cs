using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Runtime.Tests.Tasks;

/// <summary>A connector whose methods do what the desk is told, with all that is generated for it.</summary>
[Connector("baton-desk")]
public sealed partial class DeskConnector(Desk desk) : ITicketSystem
{
    public Task ValidateAsync(CancellationToken ct) => desk.AskAsync();

    static void ConfigureServices(IServiceCollection services)
    {
        if (Desk.OfProgram.Value is { } desk)
            services.AddSingleton(desk);
    }

    [Action("count", DisplayName = "Count things", Description = "Counts")]
    [ActionConstraint(ActionConstraintKind.AtLeastOne, nameof(rooms), nameof(clerks))]
    [ActionConstraint(ActionConstraintKind.DependentOn, nameof(detail), On = [nameof(rooms)])]
    public async Task<Tally> CountAsync(bool? rooms, bool? clerks, Detail? detail, CancellationToken ct)
    {
        await desk.Work(ct).ConfigureAwait(false);
        return desk.Do($"count {rooms} {clerks} {detail}", new Tally(7, new("room", "vault")));
    }

    [EventFeed("doors", EventKind.Usage, EventKind.CreateGrant, EventKind.CreateRevoke, EventKind.ResourceChange)]
    public Task<EventPage<int>> DoorsAsync(DateTimeOffset since, int? cursor, int size, CancellationToken ct) =>
        Task.FromResult(desk.Do($"doors {since:O} {cursor} {size}", desk.Events));

    public async IAsyncEnumerable<TicketSchema> SchemasAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var schema in desk.Do("schemas", desk.Schemas))
            yield return schema;
    }

    public Task<Ticket?> GetAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(desk.Do($"ticket {id}", id == "gone" ? null : new Ticket(id, "Title") { Url = new("https://desk.example/" + id) }));

    public Task<Ticket> CreateAsync(NewTicket ticket, TicketSchema schema, CancellationToken cancellationToken)
    {
        desk.Tickets.Add(ticket);
        return Task.FromResult(desk.Do($"create {schema.Id} {ticket.DisplayName}", new Ticket("t1", ticket.DisplayName) { Fields = ticket.Fields, Labels = ticket.Labels }));
    }
}

public enum Detail
{
    Low,
    VeryHigh,
}

public sealed record Tally(int Number, ResourceKey Largest);

/// <summary>What the methods do, and what they were asked.</summary>
public sealed class Desk
{
    /// <summary>The desk of a whole program that runs inside of a test.</summary>
    public static AsyncLocal<Desk?> OfProgram { get; } = new();

    public List<string> Calls { get; } = [];

    public Exception? Failure { get; set; }

    /// <summary>Whether the source repeats in its failures what it was asked, secrets too.</summary>
    public bool TellsAll { get; set; }

    public Task AskAsync() => Failure is null ? Task.CompletedTask : Task.FromException(Failure);

    public AccountResult<Clerk> Account { get; set; } = AccountResult.Created(new Clerk("c1", "Clerk 1"));

    public DeleteOutcome Deletion { get; set; }

    public GrantOutcome Grant { get; set; } = GrantOutcome.Granted;

    public RevokeOutcome Revocation { get; set; }

    public IssuedCredential Issued { get; set; } = new("k1", new PlaintextSecret("key", "sesame"));

    public EventPage<int> Events { get; set; } = new([], 0);

    public List<TicketSchema> Schemas { get; } = [];

    public List<NewTicket> Tickets { get; } = [];

    /// <summary>What an action does before it answers.</summary>
    public Func<CancellationToken, Task> Work { get; set; } = static _ => Task.CompletedTask;

    public T Do<T>(string call, T result)
    {
        Calls.Add(call);
        return Failure is null ? result : throw (TellsAll ? new ConnectorException(ErrorCode.Internal, $"the source says: {call}", Failure) : Failure);
    }
}

public sealed record Clerk(string Id, string Name);

public sealed record Pin([FormField(Secret = true)] string Number);

public sealed record NewClerk([FormField(MaxLength = 20)] string Name, [FormField(Description = "Floor of the office", Max = 9)] int Floor = 1);

[ResourceType("clerk", Trait.User)]
public sealed partial class Clerks(Desk desk)
{
    public IEnumerable<Clerk> ListAsync() => [new("ann", "Ann")];

    static void Map(Clerk clerk, UserBuilder user) => user.Id(clerk.Id).DisplayName(clerk.Name).Status(true);

    [CreateAccount(
        CredentialOption.NoPassword, CredentialOption.RandomPassword, CredentialOption.Sso, CredentialOption.EncryptedPassword,
        Preferred = CredentialOption.RandomPassword)]
    public Task<AccountResult<Clerk>> HireAsync(NewAccount account, NewClerk clerk, NewCredential credential, CancellationToken ct) => Task.FromResult(desk.Do(
        $"hire {account.Login} {account.Email} {clerk} {credential} {(credential.HasPassword ? credential.Password : credential.SsoProvider)} {credential.ForceChangeAtNextLogin}",
        desk.Account));

    [DeleteResource]
    public Task<DeleteOutcome> DismissAsync(ResourceKey clerk, CancellationToken ct) =>
        Task.FromResult(desk.Do($"dismiss {clerk} of {clerk.Parent?.ToString() ?? "nobody"}", desk.Deletion));

    [RotateCredentials(CredentialOption.RandomPassword)]
    public Task RotateAsync(ResourceKey clerk, NewCredential credential, CancellationToken ct) =>
        Task.FromResult(desk.Do($"rotate {clerk} {credential.Password}", 0));

    [Action("set-pin")]
    public Task<Pin> SetPinAsync(ResourceKey<Clerks> clerk, [FormField(Secret = true)] string pin, CancellationToken ct) =>
        Task.FromResult(desk.Do($"set pin of {clerk} to {pin}", new Pin("new-" + pin)));

    [IssueCredential(IssuedCredentialKind.ApiKey, typeof(DeskKeys), Scopes = ["read"], MinLifetimeSeconds = 60, MaxLifetimeSeconds = 3600)]
    [IssueCredential(IssuedCredentialKind.KeyPair, typeof(DeskKeys), KeyProfiles = ["RSA-2048", "Ed25519"], Virtual = true)]
    public Task<IssuedCredential> IssueAsync(ResourceKey clerk, CredentialRequest request, CancellationToken ct) =>
        Task.FromResult(desk.Do($"issue {clerk} {request.Kind} {request.RequestId} [{string.Join(' ', request.Scopes)}] {request.KeyProfile}", desk.Issued));
}

public sealed record DeskKey(string Id);

[ResourceType("key", Trait.Secret)]
public sealed partial class DeskKeys(Desk desk)
{
    public IEnumerable<DeskKey> ListAsync() => [];

    static void Map(DeskKey key, SecretBuilder secret) => secret.Id(key.Id);

    [DeleteResource]
    public Task RevokeAsync(ResourceKey key, CancellationToken ct) => Task.FromResult(desk.Do($"withdraw {key}", 0));

    [IssueCredential(IssuedCredentialKind.Token, typeof(DeskKeys), Audiences = ["gate"])]
    public Task<IssuedCredential> ExchangeAsync(ResourceKey key, CredentialRequest request, CancellationToken ct) =>
        Task.FromResult(desk.Do($"exchange {key} for {string.Join(' ', request.Audiences)}", desk.Issued));
}

public sealed record Room(string Id, string Name);

[ResourceType("room", Trait.Group)]
[Entitlement("key-holder", Purpose = Purpose.Assignment)]
[Grantable("key-holder", typeof(Clerks))]
public sealed partial class Rooms(Desk desk)
{
    public IEnumerable<Room> ListAsync() => [new("vault", "Vault")];

    static void Map(Room room, GroupBuilder group) => group.Id(room.Id).DisplayName(room.Name);

    [CreateResource]
    public Task<Room> BuildAsync(NewResource room, CancellationToken ct) =>
        Task.FromResult(desk.Do($"build {room.DisplayName} in {room.Parent} {room.Profile.Text("colour")}", new Room("r9", room.DisplayName)));

    [Grant("key-holder")]
    public Task<GrantOutcome> OpenAsync(ResourceKey room, Principal who, CancellationToken ct) =>
        Task.FromResult(desk.Do($"open {room} to {who} {who.DisplayName}", desk.Grant));

    [IssueCredential(IssuedCredentialKind.Token, typeof(DeskKeys), Scopes = ["enter"], Audiences = ["gate"], CustomAudiences = true)]
    public Task<IssuedCredential> PassAsync(ResourceKey room, CredentialRequest request, CancellationToken ct) =>
        Task.FromResult(desk.Do($"pass to {room} for {string.Join(' ', request.Audiences)} [{string.Join(' ', request.Scopes)}]", desk.Issued));

    [Action("paint", ActionType.ResourceEnable)]
    public Task PaintAsync(ResourceKey<Rooms> room, string colour, CancellationToken ct) => Task.FromResult(desk.Do($"paint {room} {colour}", 0));

    [Action("furnish")]
    public Task FurnishAsync(
        [FormField(MinItems = 1, MaxItems = 2, Unique = true)] IReadOnlyList<ResourceKey> rooms,
        [FormField(MinLength = 2, MaxLength = 8, Pattern = "^[a-z]+$", NotIn = ["pink"], WellKnown = WellKnown.Hostname)] string style,
        [FormField(Min = 1, Below = 5, NotIn = ["3"])] int chairs,
        [FormField(Equal = "true")] bool paid,
        [FormField(MaxItems = 2, Prefix = "x-")] IReadOnlyList<string>? tags,
        [FormField(Secret = true, Length = 4, ValidateEmpty = true)] string? pin) =>
        Task.FromResult(desk.Do($"furnish {string.Join(' ', rooms)} {style} {chairs} {paid} {tags?.Count} {pin}", 0));

    [Revoke("key-holder")]
    public Task<RevokeOutcome> LockAsync(ResourceKey room, Principal who, CancellationToken ct) =>
        Task.FromResult(desk.Do($"lock {room} to {who}", desk.Revocation));
}
