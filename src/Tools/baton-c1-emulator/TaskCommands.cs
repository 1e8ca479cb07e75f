using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Testing;
using Google.Protobuf.WellKnownTypes;
using CreateTicket = Baton.Protocol.Service.V1.Task.Types.CreateTicketTask;
using GetTicket = Baton.Protocol.Service.V1.Task.Types.GetTicketTask;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Emulator;

/// <summary>What a person can type, for every kind of task.</summary>
/// <param name="reader">Reads the secrets that come back.</param>
sealed class TaskCommands(SecretReader reader)
{
    const uint PasswordLength = 20;

    public IReadOnlyList<TaskCommand> All =>
    [
        new("sync", "[TYPES]", "a full sync, or one of these types only (user,group); the file lands in this folder", static w => new()
        {
            SyncFull = new() { SyncResourceTypeIds = { Several(w[0]) } },
        }),
        new("resource", "TYPE ID", "a sync of one resource", static w => new()
        {
            SyncFull = new() { TargetedSyncResources = { new Resource { Id = Id(w[0], w[1]) } } },
        }),
        new("grant", "ENTITLEMENT TYPE ID", "gives group:g1:member to somebody", static w => new()
        {
            Grant = new() { Entitlement = Entitlement(w[0]), Principal = new() { Id = Id(w[1], w[2]) } },
        }),
        new("revoke", "ENTITLEMENT TYPE ID", "takes it away", static w => new()
        {
            Revoke = new() { Grant = new() { Id = $"{w[0]}:{w[1]}:{w[2]}", Entitlement = Entitlement(w[0]), Principal = new() { Id = Id(w[1], w[2]) } } },
        }),
        new("account", "LOGIN [PROFILE]", "a new account with a random password; the profile is JSON", w => new()
        {
            CreateAccount = new()
            {
                AccountInfo = new() { Login = w[0], Profile = Json(w[1]) }, CredentialOptions = RandomPassword(), EncryptionConfigs = { reader.Config },
            },
        }),
        new("invite", "LOGIN [PROFILE]", "a new account without a password", static w => new()
        {
            CreateAccount = new() { AccountInfo = new() { Login = w[0], Profile = Json(w[1]) }, CredentialOptions = new() { NoPassword = new() } },
        }),
        new("create", "TYPE NAME", "a new resource", static w => new()
        {
            CreateResource = new() { Resource = new() { Id = Id(w[0], "new"), DisplayName = w[1] } },
        }),
        new("delete", "TYPE ID", "deletes a resource or an account", static w => new() { DeleteResource = new() { ResourceId = Id(w[0], w[1]) } }),
        new("rotate", "TYPE ID", "a new random password", w => new()
        {
            RotateCredentials = new() { ResourceId = Id(w[0], w[1]), CredentialOptions = RandomPassword(), EncryptionConfigs = { reader.Config } },
        }),
        new("issue", "TYPE ID KIND [SCOPES]", "a new credential: api-key, token, client-secret, rsa or ed25519", w => new()
        {
            IssueCredential = new() { IdentityId = Id(w[0], w[1]), CredentialOptions = Credential(w[2], Several(w[3])), EncryptionConfigs = { reader.Config } },
        }),
        new("feeds", "", "what feeds of events there are", static _ => new() { ListEventFeeds = new() }),
        new("events", "[FEED] [CURSOR]", "one page of events", static w => new() { ListEvents = new() { EventFeedId = w[0], Cursor = w[1] } }),
        new("actions", "[TYPE]", "what actions there are, of the connector or of a resource type", static w => new()
        {
            ActionListSchemas = new() { ResourceTypeId = w[0] },
        }),
        new("action", "NAME", "describes an action", static w => new() { ActionGetSchema = new() { Name = w[0] } }),
        new("invoke", "NAME [ARGUMENTS]", "runs an action of the connector; the arguments are JSON", static w => new()
        {
            ActionInvoke = new() { Name = w[0], Args = Json(w[1]) },
        }),
        new("invoke-on", "TYPE NAME [ARGUMENTS]", "runs an action of a resource type", static w => new()
        {
            ActionInvoke = new() { ResourceTypeId = w[0], Name = w[1], Args = Json(w[2]) },
        }),
        new("status", "ID", "how far an action is", static w => new() { ActionStatus = new() { Id = w[0] } }),
        new("kinds", "", "what kinds of ticket there are", static _ => new() { ListTicketSchemas = new() }),
        new("ticket", "KIND TITLE", "a new ticket", static w => new() { CreateTicketTask = Ticket(w[0], w[1]) }),
        new("tickets", "KIND TITLES", "several new tickets; titles are separated by commas", static w => new()
        {
            BulkCreateTickets = new() { TicketRequests = { Several(w[1]).Select(title => Ticket(w[0], title)) } },
        }),
        new("show", "ID", "reads a ticket", static w => new() { GetTicket = new() { TicketId = w[0] } }),
        new("show-all", "IDS", "reads several tickets", static w => new()
        {
            BulkGetTickets = new() { TicketRequests = { Several(w[0]).Select(static id => new GetTicket { TicketId = id }) } },
        }),
        new("hello", "", "the connector introduces itself again", static _ => new() { Hello = new() }),
        new("task", "JSON", "any task, in the JSON of the protocol: task {\"eventFeed\": {}}", static w => ProtoJson.Parse<ServiceTask>(w[0])),
    ];

    static ResourceId Id(string type, string id) => new() { ResourceType = type, Resource = id };

    static Entitlement Entitlement(string id)
    {
        var (type, slug) = (id.IndexOf(':', StringComparison.Ordinal), id.LastIndexOf(':'));
        return type > 0 && slug > type
            ? new() { Id = id, Slug = id[(slug + 1)..], Resource = new() { Id = Id(id[..type], id[(type + 1)..slug]) } }
            : throw new FormatException($"\"{id}\" is no entitlement: TYPE:ID:SLUG");
    }

    static CredentialOptions RandomPassword() => new() { RandomPassword = new() { Length = PasswordLength } };

    static CredentialIssueOptions Credential(string kind, string[] scopes) => kind switch
    {
        "api-key" => new() { ApiKey = new() { Scopes = { scopes } } },
        "token" => new() { Token = new() { Scopes = { scopes } } },
        "client-secret" => new() { ClientSecret = new() },
        "rsa" => new() { Keypair = new() { Profile = new() { Kty = "RSA", RsaModulusBits = 2048 } } },
        "ed25519" => new() { Keypair = new() { Profile = new() { Kty = "OKP", Crv = "Ed25519" } } },
        _ => throw new FormatException($"there is no kind of credential \"{kind}\": api-key, token, client-secret, rsa, ed25519"),
    };

    static CreateTicket Ticket(string kind, string title) =>
        new() { TicketRequest = new() { DisplayName = title }, TicketSchema = new() { Id = kind, DisplayName = kind } };

    static Struct Json(string text) => text.Length == 0 ? new() : ProtoJson.Parse<Struct>(text);

    static string[] Several(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
