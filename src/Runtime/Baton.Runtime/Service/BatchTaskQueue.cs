using Baton.Transport;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Service;

/// <summary>Fetches several tasks at once: enough for every slot, and as many again.</summary>
sealed class BatchTaskQueue(IBatonService service, string hostId, int slots, TimeProvider time) : ITaskQueue
{
    const int MostAtOnce = 100;
    static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(100);

    readonly Queue<ServiceTask> _waiting = new();
    readonly HashSet<string> _known = new(StringComparer.Ordinal);
    readonly Lock _lock = new();
    readonly int _most = Math.Min(2 * slots, MostAtOnce);
    TimeSpan _pause;
    long _polled;
    TimeSpan _firstHeartbeat = Intervals.Heartbeat(null);

    public async ValueTask<Polled> NextAsync(CancellationToken cancellationToken)
    {
        var (task, known) = Pop();
        if (task is not null)
            return Answer(task); // it does not wait for what C1 says next
        if (known.Count >= slots)
            return new(null, ShortWait, default);
        var wait = UntilPoll();
        if (wait > TimeSpan.Zero)
            return new(null, wait, default);
        await PollAsync(known, cancellationToken).ConfigureAwait(false);
        return Pop().Task is { } first ? Answer(first) : new(null, Intervals.IdlePoll(UntilPoll()), default);
    }

    public void Release(ServiceTask task)
    {
        lock (_lock)
            _known.Remove(task.Id);
    }

    public IReadOnlyList<ServiceTask> Drain()
    {
        lock (_lock)
        {
            var left = _waiting.ToList();
            _waiting.Clear();
            return left;
        }
    }

    // By the time that passed: the clock may be set in between.
    TimeSpan UntilPoll() => _pause - time.GetElapsedTime(_polled);

    Polled Answer(ServiceTask task) => new(task, TimeSpan.Zero, _firstHeartbeat);

    (ServiceTask? Task, IReadOnlyList<string> Known) Pop()
    {
        lock (_lock)
        {
            _waiting.TryDequeue(out var task);
            return (task, [.. _known]);
        }
    }

    async Task PollAsync(IReadOnlyList<string> known, CancellationToken cancellationToken)
    {
        var reply = await service.GetTasksAsync(
            new() { HostId = hostId, PageSize = (uint)(_most - known.Count), KnownTaskIds = { known } }, cancellationToken).ConfigureAwait(false);
        (_pause, _polled) = (Intervals.Poll(reply.NextPoll), time.GetTimestamp());
        _firstHeartbeat = Intervals.Heartbeat(reply.NextHeartbeat);
        lock (_lock)
        {
            foreach (var task in reply.Tasks.Take(MostAtOnce))
            {
                if (task.TaskTypeCase != ServiceTask.TaskTypeOneofCase.None_ && _known.Add(task.Id))
                    _waiting.Enqueue(task);
            }
        }
    }
}
