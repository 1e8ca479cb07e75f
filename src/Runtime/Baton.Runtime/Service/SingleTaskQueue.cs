using Baton.Transport;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Service;

/// <summary>Fetches one task at a time.</summary>
sealed class SingleTaskQueue(IBatonService service, string hostId) : ITaskQueue
{
    readonly HashSet<string> _inFlight = new(StringComparer.Ordinal);
    readonly Lock _lock = new();

    public async ValueTask<Polled> NextAsync(CancellationToken cancellationToken)
    {
        var reply = await service.GetTaskAsync(new() { HostId = hostId }, cancellationToken).ConfigureAwait(false);
        var poll = Intervals.Poll(reply.NextPoll);
        return reply.Task is { TaskTypeCase: not ServiceTask.TaskTypeOneofCase.None_ } task && Take(task)
            ? new(task, poll, Intervals.Heartbeat(reply.NextHeartbeat))
            : new(null, Intervals.IdlePoll(poll), default);
    }

    public void Release(ServiceTask task)
    {
        lock (_lock)
            _inFlight.Remove(task.Id);
    }

    public IReadOnlyList<ServiceTask> Drain() => [];

    bool Take(ServiceTask task)
    {
        lock (_lock)
            return _inFlight.Add(task.Id);
    }
}
