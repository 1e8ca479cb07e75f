using Baton.Protocol.Service.V1;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Testing;

/// <summary>Who does which task, and until when.</summary>
sealed class TaskBoard(C1EmulatorOptions options)
{
    readonly List<EmulatedTask> _tasks = [];
    readonly Lock _lock = new();
    TaskCompletionSource _more = NewSignal();
    bool _hurried;

    /// <summary>Ends when there is more to hand out than before.</summary>
    public System.Threading.Tasks.Task More
    {
        get
        {
            lock (_lock)
                return _more.Task;
        }
    }

    public EmulatedTask Add(ServiceTask task)
    {
        var added = new EmulatedTask(task);
        lock (_lock)
        {
            if (_tasks.Exists(t => t.Task.Id == task.Id))
                throw new ArgumentException($"there is a task {task.Id} already", nameof(task));
            _tasks.Add(added);
            Signal();
        }
        return added;
    }

    public EmulatedTask? Find(string id)
    {
        lock (_lock)
            return _tasks.Find(t => t.Task.Id == id);
    }

    /// <summary>Hands out tasks that nobody works on.</summary>
    public IReadOnlyList<ServiceTask> Take(string host, int most, IReadOnlyCollection<string> known)
    {
        var now = options.TimeProvider.GetUtcNow();
        lock (_lock)
        {
            var free = _tasks.Where(t => !t.Finished.IsCompleted && !t.IsCancelled && (t.IsQueued || t.LeasedUntil < now) && !known.Contains(t.Task.Id))
                .Take(most).ToList();
            foreach (var task in free)
                task.HandTo(host, now + options.Lease);
            foreach (var task in _tasks.Where(t => known.Contains(t.Task.Id) && t.Host == host))
                task.LeasedUntil = now + options.Lease;
            return [.. free.Select(static t => t.Task)];
        }
    }

    /// <summary>Prolongs the lease.</summary>
    /// <returns>False when the task is somebody else's.</returns>
    public bool Beat(EmulatedTask task, string host)
    {
        lock (_lock)
        {
            if (task.Host != host || task.Finished.IsCompleted)
                return false;
            task.Heartbeats++;
            task.LeasedUntil = options.TimeProvider.GetUtcNow() + options.Lease;
            return true;
        }
    }

    /// <summary>Ends a task, or puts it back when the failure may pass.</summary>
    /// <returns>False when it is somebody else's, or ended before.</returns>
    public bool Finish(EmulatedTask task, BatonServiceFinishTaskRequest request)
    {
        lock (_lock)
        {
            if (task.Host != request.HostId || task.Finished.IsCompleted)
                return false;
            if (request.Error is { NonRetryable: false } && !task.IsCancelled && task.Hosts.Count < options.MostAttempts)
            {
                task.IsQueued = true;
                Signal();
                return true;
            }
            return task.Finish(request);
        }
    }

    /// <summary>Ends a task that asks for a hello.</summary>
    /// <returns>False when it asks for something else, or somebody else.</returns>
    public bool Greet(EmulatedTask task, string host)
    {
        lock (_lock)
            return task.Task.Hello is not null && task.Host == host && task.Finish(new() { HostId = host, TaskId = task.Task.Id, Success = new() });
    }

    public void Requeue(EmulatedTask task)
    {
        lock (_lock)
        {
            task.IsQueued = true;
            Signal();
        }
    }

    /// <summary>From now on nobody waits for more.</summary>
    public void Hurry()
    {
        lock (_lock)
        {
            _hurried = true;
            _more.TrySetResult();
        }
    }

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    void Signal()
    {
        _more.TrySetResult();
        if (!_hurried)
            _more = NewSignal();
    }
}
