using Kind = Baton.Protocol.Service.V1.Task.TaskTypeOneofCase;

namespace Baton.Tasks;

/// <summary>The handlers of all kinds of task that the author's methods do.</summary>
static class ConnectorHandlers
{
    internal static Dictionary<Kind, ITaskHandler> Of(TaskContext context) => new()
    {
        [Kind.Grant] = new GrantHandler(context),
        [Kind.Revoke] = new RevokeHandler(context),
        [Kind.CreateAccount] = new CreateAccountHandler(context),
        [Kind.CreateResource] = new CreateResourceHandler(context),
        [Kind.DeleteResource] = new DeleteResourceHandler(context),
        [Kind.RotateCredentials] = new RotateCredentialsHandler(context),
        [Kind.IssueCredential] = new IssueCredentialHandler(context),
        [Kind.ActionListSchemas] = new ListActionSchemasHandler(context),
        [Kind.ActionGetSchema] = new GetActionSchemaHandler(context),
        [Kind.ActionInvoke] = new InvokeActionHandler(context),
        [Kind.ActionStatus] = new ActionStatusHandler(context),
        [Kind.ListEventFeeds] = new ListEventFeedsHandler(context),
        [Kind.ListEvents] = new ListEventsHandler(context),
        [Kind.ListTicketSchemas] = new ListTicketSchemasHandler(context),
        [Kind.GetTicket] = new GetTicketHandler(context),
        [Kind.CreateTicketTask] = new CreateTicketHandler(context),
        [Kind.BulkCreateTickets] = new BulkCreateTicketsHandler(context),
        [Kind.BulkGetTickets] = new BulkGetTicketsHandler(context),
    };
}
