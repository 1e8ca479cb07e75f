using Kind = Baton.Protocol.Service.V1.Task.TaskTypeOneofCase;

namespace Baton.Tasks;

/// <summary>What kinds of task are called, for messages and logs.</summary>
static class TaskKinds
{
    internal static string Name(Kind kind) => kind switch
    {
        Kind.Hello => "hello",
        Kind.SyncFull => "full sync",
        Kind.Grant => "grant",
        Kind.Revoke => "revoke",
        Kind.CreateAccount => "create account",
        Kind.CreateResource => "create resource",
        Kind.DeleteResource => "delete resource",
        Kind.RotateCredentials => "rotate credentials",
        Kind.IssueCredential => "issue credential",
        Kind.EventFeed => "event feed",
        Kind.ListEventFeeds => "list event feeds",
        Kind.ListEvents => "list events",
        Kind.CreateTicketTask => "create ticket",
        Kind.GetTicket => "get ticket",
        Kind.BulkCreateTickets => "bulk create tickets",
        Kind.BulkGetTickets => "bulk get tickets",
        Kind.ListTicketSchemas => "list ticket schemas",
        Kind.ActionListSchemas => "list action schemas",
        Kind.ActionGetSchema => "get action schema",
        Kind.ActionInvoke => "invoke action",
        Kind.ActionStatus => "action status",
        Kind.CreateSyncDiff => "create sync diff",
        Kind.CompactSyncs => "compact syncs",
        _ => "a task without a kind that this version knows",
    };
}
