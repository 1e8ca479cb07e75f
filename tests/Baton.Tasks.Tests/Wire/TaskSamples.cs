using Baton.Protocol.Connector.V2;
using Baton.Testing;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks.Tests.Wire;

/// <summary>A complete task of each kind that the desk can do, as C1 would send it.</summary>
static class TaskSamples
{
    public static ResourceId Ann => Id("clerk", "ann");

    static Resource Vault => new() { Id = Id("room", "vault"), DisplayName = "Vault" };

    static Entitlement Key => new() { Id = "room:vault:key-holder", Slug = "key-holder", DisplayName = "Key holder", Resource = Vault };

    static Resource Clerk => new() { Id = Ann, DisplayName = "Ann" };

    public static ResourceId Id(string type, string id) => new() { ResourceType = type, Resource = id };

    public static ServiceTask Of(string kind, SecretReader reader) => kind switch
    {
        "hello" => new() { Hello = new() },
        "sync_full" => new() { SyncFull = new() },
        "grant" => new() { Grant = new() { Entitlement = Key, Principal = Clerk, Duration = Duration.FromTimeSpan(TimeSpan.FromHours(1)) } },
        "revoke" => new() { Revoke = new() { Grant = new() { Id = "room:vault:key-holder:clerk:ann", Entitlement = Key, Principal = Clerk } } },
        "create_account" => Account(new() { RandomPassword = new() { Length = 16 } }, reader),
        "create_resource" => new() { CreateResource = new() { Resource = new() { Id = Id("room", "new"), DisplayName = "Attic", ParentResourceId = Id("house", "h1") } } },
        "delete_resource" => new() { DeleteResource = new() { ResourceId = Ann, ParentResourceId = Id("room", "vault") } },
        "rotate_credentials" => new()
        {
            RotateCredentials = new() { ResourceId = Ann, CredentialOptions = new() { RandomPassword = new() { Length = 12 } }, EncryptionConfigs = { reader.Config } },
        },
        "issue_credential" => new()
        {
            IssueCredential = new()
            {
                IdentityId = Ann, CredentialOptions = new() { ApiKey = new() { Scopes = { "read" } } }, EncryptionConfigs = { reader.Config },
                ExpiresAt = TimeProvider.System.GetUtcNow().AddMinutes(30).ToTimestamp(),
            },
        },
        "create_ticket_task" => new() { CreateTicketTask = Ticket("Printer") },
        "list_ticket_schemas" => new() { ListTicketSchemas = new() },
        "get_ticket" => new() { GetTicket = new() { TicketId = "t1", Annotations = { Note } } },
        "bulk_create_tickets" => new() { BulkCreateTickets = new() { TicketRequests = { Ticket("Printer"), Ticket("Chair") } } },
        "bulk_get_tickets" => new() { BulkGetTickets = new() { TicketRequests = { Wanted("t1"), Wanted("gone") } } },
        "action_list_schemas" => new() { ActionListSchemas = new() { ResourceTypeId = "room" } },
        "action_get_schema" => new() { ActionGetSchema = new() { Name = "count" } },
        "action_invoke" => Invoke("count", "", ("rooms", Value.ForBool(true))),
        "action_status" => new() { ActionStatus = new() { Name = "count", Id = "never-started" } },
        "list_event_feeds" => new() { ListEventFeeds = new() },
        "list_events" => new() { ListEvents = new() { EventFeedId = "doors", PageSize = 10, StartAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch) } },
        "event_feed" => new() { EventFeed = new() },
        "create_sync_diff" => new() { CreateSyncDiff = new() },
        "compact_syncs" => new() { CompactSyncs = new() },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "there is no sample of this kind: add one"),
    };

    public static ServiceTask Account(CredentialOptions? options, params SecretReader[] readers) => new()
    {
        CreateAccount = new()
        {
            AccountInfo = new()
            {
                Login = "bea", LoginAliases = { "b" },
                Emails = { new AccountInfo.Types.Email { Address = "b@x.example" }, new AccountInfo.Types.Email { Address = "bea@x.example", IsPrimary = true } },
                Profile = new() { Fields = { ["name"] = Value.ForString("Bea"), ["floor"] = Value.ForNumber(3) } },
            },
            CredentialOptions = options,
            EncryptionConfigs = { readers.Select(static reader => reader.Config) },
        },
    };

    public static ServiceTask Invoke(string name, string type, params (string Name, Value Value)[] arguments)
    {
        var task = new ServiceTask { ActionInvoke = new() { Name = name, ResourceTypeId = type, Args = new() } };
        foreach (var (argument, value) in arguments)
            task.ActionInvoke.Args.Fields[argument] = value;
        return task;
    }

    /// <summary>What C1 wants to see again in the report of a ticket task.</summary>
    public static Any Note { get; } = Protocol.Annotations.ToAny(new ExternalLink { Url = "https://c1.example/task/7" });

    static Protocol.Service.V1.Task.Types.GetTicketTask Wanted(string id) => new() { TicketId = id, Annotations = { Note } };

    static Protocol.Service.V1.Task.Types.CreateTicketTask Ticket(string title) => new()
    {
        TicketRequest = new() { DisplayName = title, Labels = { "hardware" }, RequestedFor = Clerk },
        TicketSchema = new() { Id = "access", DisplayName = "Access" },
        Annotations = { Note },
    };
}
