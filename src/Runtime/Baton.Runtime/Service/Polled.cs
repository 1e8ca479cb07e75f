using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Service;

/// <summary>What a look for work yielded.</summary>
/// <param name="Task">The task; null for none.</param>
/// <param name="Next">How long to wait before the next look.</param>
/// <param name="FirstHeartbeat">When C1 wants to hear of the task.</param>
readonly record struct Polled(ServiceTask? Task, TimeSpan Next, TimeSpan FirstHeartbeat);

/// <summary>Where tasks come from. Used by one caller at a time.</summary>
interface ITaskQueue
{
    /// <summary>Looks for a task that is not being worked on.</summary>
    /// <exception cref="ConnectorException">C1 could not be asked.</exception>
    ValueTask<Polled> NextAsync(CancellationToken cancellationToken);

    /// <summary>Nobody works on the task any more, so that it may come again.</summary>
    void Release(ServiceTask task);

    /// <summary>Empties the queue of tasks that were fetched, and never handed out.</summary>
    IReadOnlyList<ServiceTask> Drain();
}
