using Baton.Protocol.Connector.V2;
using Baton.Protocol.Service.V1;
using Google.Protobuf.Reflection;
using Kind = Baton.Protocol.Service.V1.Task.TaskTypeOneofCase;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Testing;

/// <summary>What a report has to hold besides the rules of its message: a status, or the answer that the kind of task asks for.</summary>
static class AnswerRules
{
    /// <exception cref="InvalidDataException">The report does not fit the task.</exception>
    public static void Ensure(ServiceTask task, BatonServiceFinishTaskRequest report)
    {
        if (report.Error is not null)
        {
            if (report.Status is not { Code: >= 1 and <= 16, Message.Length: > 0 })
                throw Wrong(task, $"a failure needs a status with a code from 1 to 16 and a message, not {report.Status}");
            return;
        }
        if (report.Status is not null)
            throw Wrong(task, "a success has no status");
        var response = report.Success.Response;
        var expected = For(task.TaskTypeCase);
        if (response is null != expected is null || (expected is not null && !response!.Is(expected)))
            throw Wrong(task, $"the answer is {response?.TypeUrl ?? "nothing"}, and should be {expected?.FullName ?? "nothing"}");
    }

    static MessageDescriptor? For(Kind kind) => kind switch
    {
        Kind.Grant => GrantManagerServiceGrantResponse.Descriptor,
        Kind.Revoke => GrantManagerServiceRevokeResponse.Descriptor,
        Kind.CreateAccount => CreateAccountResponse.Descriptor,
        Kind.CreateResource => CreateResourceResponse.Descriptor,
        Kind.DeleteResource => DeleteResourceResponse.Descriptor,
        Kind.RotateCredentials => RotateCredentialResponse.Descriptor,
        Kind.IssueCredential => IssueCredentialResponse.Descriptor,
        Kind.CreateTicketTask => TicketsServiceCreateTicketResponse.Descriptor,
        Kind.ListTicketSchemas => TicketsServiceListTicketSchemasResponse.Descriptor,
        Kind.GetTicket => TicketsServiceGetTicketResponse.Descriptor,
        Kind.BulkCreateTickets => TicketsServiceBulkCreateTicketsResponse.Descriptor,
        Kind.BulkGetTickets => TicketsServiceBulkGetTicketsResponse.Descriptor,
        Kind.ActionListSchemas => ListActionSchemasResponse.Descriptor,
        Kind.ActionGetSchema => GetActionSchemaResponse.Descriptor,
        Kind.ActionInvoke => InvokeActionResponse.Descriptor,
        Kind.ActionStatus => GetActionStatusResponse.Descriptor,
        Kind.ListEventFeeds => ListEventFeedsResponse.Descriptor,
        Kind.ListEvents => ListEventsResponse.Descriptor,
        _ => null,
    };

    static InvalidDataException Wrong(ServiceTask task, string problem) => new($"report of a {task.TaskTypeCase} task: {problem}");
}
