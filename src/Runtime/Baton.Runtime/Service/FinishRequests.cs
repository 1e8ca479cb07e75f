using Baton.Logging;
using Baton.Protocol;
using Baton.Protocol.Rpc;
using Baton.Protocol.Service.V1;
using Baton.Tasks;
using Kind = Baton.Protocol.Service.V1.Task.TaskTypeOneofCase;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Service;

/// <summary>How the end of a task is told to C1, within C1's limits.</summary>
sealed class FinishRequests(string hostId, SecretRedactor redactor)
{
    const int MostAnnotations = 16;
    const int MostText = 8 << 10;

    /// <summary>C1 takes no larger messages.</summary>
    const int MostBytes = 4 << 20;

    public BatonServiceFinishTaskRequest Success(ServiceTask task, TaskResult result)
    {
        var success = new BatonServiceFinishTaskRequest.Types.Success { Annotations = { result.Annotations.Take(MostAnnotations) } };
        if (result.Response is { } response)
            success.Response = response.ToAny();
        var request = new BatonServiceFinishTaskRequest { HostId = hostId, TaskId = task.Id, Success = success };
        return request.CalculateSize() is var size && size <= MostBytes
            ? request
            : Error(task, ErrorCode.ResourceExhausted, $"the answer of the connector is too large: {size} bytes, of at most {MostBytes}", nonRetryable: true);
    }

    public BatonServiceFinishTaskRequest Failure(ServiceTask task, Exception exception)
    {
        var failure = TaskFailure.Of(task, exception);
        var request = Error(task, failure.Code, failure.Message, failure.NonRetryable);
        request.Status.Details.AddRange(failure.Details.Take(MostAnnotations));
        request.Error.Annotations.AddRange(failure.Annotations.Take(MostAnnotations));
        return request;
    }

    /// <summary>C1 no longer wants the task, or could not be reached about it.</summary>
    public BatonServiceFinishTaskRequest Cancelled(ServiceTask task, string reason) => Error(task, ErrorCode.Canceled, reason, nonRetryable: false);

    /// <summary>This process ends; another one may take the task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="begun">Whether it was begun: what may have made something already is not repeated blindly.</param>
    public BatonServiceFinishTaskRequest ShuttingDown(ServiceTask task, bool begun) => Error(
        task,
        ErrorCode.Unavailable,
        "the connector is shutting down",
        nonRetryable: begun && task.TaskTypeCase is Kind.CreateAccount or Kind.CreateResource or Kind.RotateCredentials or Kind.IssueCredential);

    /// <summary>In place of a success that C1 refuses to take.</summary>
    public BatonServiceFinishTaskRequest Refused(BatonServiceFinishTaskRequest success, ConnectorException refusal) =>
        Error(success.TaskId, ErrorCode.Internal, $"the task succeeded, but C1 does not accept the answer: {refusal.Message}", nonRetryable: true);

    BatonServiceFinishTaskRequest Error(ServiceTask task, ErrorCode code, string message, bool nonRetryable) => Error(task.Id, code, message, nonRetryable);

    BatonServiceFinishTaskRequest Error(string taskId, ErrorCode code, string message, bool nonRetryable)
    {
        var text = message.Length > 0 ? redactor.Redact(message) : $"the connector failed without saying why ({code})";
        return new()
        {
            HostId = hostId,
            TaskId = taskId,
            Status = new Status { Code = (int)code, Message = text.Length > MostText ? text[..MostText] : text },
            Error = new() { NonRetryable = nonRetryable },
        };
    }
}
