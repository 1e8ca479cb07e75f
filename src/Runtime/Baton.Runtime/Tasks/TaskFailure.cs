using Baton.Errors;
using Baton.Protocol;
using Baton.Protocol.Rpc;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks;

/// <summary>How a failed task is reported.</summary>
/// <param name="Code">Code of the status.</param>
/// <param name="Message">Text of the status.</param>
/// <param name="NonRetryable">Whether another attempt is pointless, or could do something twice.</param>
/// <param name="Details">Details of the status.</param>
/// <param name="Annotations">Annotations of the report; those of the task, for the kinds that hand theirs back.</param>
sealed record TaskFailure(ErrorCode Code, string Message, bool NonRetryable, IReadOnlyList<Any> Details, IReadOnlyList<Any> Annotations)
{
    const string Domain = "github.com/conductorone/baton-sdk";

    internal static TaskFailure Of(ServiceTask task, Exception exception) => new(
        Failure.CodeOf(exception),
        exception.Message,
        exception is TaskException or Sync.IngestInvariantException || ChangesAccess(task),
        DetailsOf(exception),
        task.TaskTypeCase switch
        {
            ServiceTask.TaskTypeOneofCase.CreateTicketTask => task.CreateTicketTask.Annotations,
            ServiceTask.TaskTypeOneofCase.GetTicket => task.GetTicket.Annotations,
            _ => [],
        });

    // Such a task may have taken effect before it failed: whether to repeat it is for C1's workflow to say, not for a queue.
    static bool ChangesAccess(ServiceTask task) => task.TaskTypeCase
        is ServiceTask.TaskTypeOneofCase.Grant
        or ServiceTask.TaskTypeOneofCase.Revoke
        or ServiceTask.TaskTypeOneofCase.CreateAccount
        or ServiceTask.TaskTypeOneofCase.CreateResource
        or ServiceTask.TaskTypeOneofCase.DeleteResource
        or ServiceTask.TaskTypeOneofCase.RotateCredentials
        or ServiceTask.TaskTypeOneofCase.IssueCredential;

    static IReadOnlyList<Any> DetailsOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is GrantDeclinedException declined)
                return [new ErrorInfo { Reason = "grant_cancelled", Domain = Domain, Metadata = { ["reason"] = declined.Reason } }.ToAny()];
        }
        return [];
    }
}
