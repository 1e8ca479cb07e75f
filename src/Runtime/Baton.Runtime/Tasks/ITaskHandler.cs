namespace Baton.Tasks;

/// <summary>Does the tasks of one kind.</summary>
interface ITaskHandler
{
    /// <summary>Does a task of the kind that the handler is registered for.</summary>
    /// <exception cref="ConnectorException">The task failed; <see cref="TaskFailure.Of"/> says how to report it.</exception>
    System.Threading.Tasks.Task<TaskResult> HandleAsync(Protocol.Service.V1.Task task, CancellationToken cancellationToken);
}
