using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Protocol.Service.V1;
using Baton.Protocol.Validation;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Kind = Baton.Protocol.Service.V1.Task.TaskTypeOneofCase;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Testing;

/// <summary>What a report has to hold besides the rules of its own message: the answer that its kind of task asks for, inside of the <c>Any</c> too.</summary>
static class AnswerRules
{
    /// <exception cref="InvalidDataException">The report does not fit the task.</exception>
    /// <exception cref="RuleViolationException">Something inside of it breaks a rule.</exception>
    public static void Ensure(ServiceTask task, BatonServiceFinishTaskRequest report)
    {
        if (report.Error is { } error)
        {
            if (report.Status is not { Code: >= 1 and <= 16, Message.Length: > 0 } status)
                throw Wrong(task, $"a failure needs a status with a code from 1 to 16 and a message, not {report.Status}");
            Ensure(error.Annotations.Concat(status.Details));
            return;
        }
        if (report.Status is not null)
            throw Wrong(task, "a success has no status");
        Ensure(report.Success.Annotations);
        var response = report.Success.Response;
        var expected = For(task.TaskTypeCase);
        if (response is null != expected is null || (expected is not null && !response!.Is(expected)))
            throw Wrong(task, $"the answer is {response?.TypeUrl ?? "nothing"}, and should be {expected?.FullName ?? "nothing"}");
        if (response is not null)
            Ensure([response]);
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

    // Types that the protocol does not know are the connector's own affair.
    static void Ensure(IEnumerable<Any> all)
    {
        foreach (var any in all)
        {
            if (!any.TypeUrl.StartsWith(TypeUrls.Prefix, StringComparison.Ordinal))
                throw new InvalidDataException($"an Any has the type url \"{any.TypeUrl}\", which does not begin with {TypeUrls.Prefix}");
            if (ProtocolTypes.Registry.Find(TypeUrls.NameOf(any.TypeUrl)) is { } type)
                WireRules.Ensure(type.Parser.ParseFrom(any.Value));
        }
    }

    static InvalidDataException Wrong(ServiceTask task, string problem) => new($"report of a {task.TaskTypeCase} task: {problem}");
}
