using System.Collections.Concurrent;
using Baton.Protocol.Service.V1;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Testing;

/// <summary>A task in the queue of an emulated C1, and what became of it.</summary>
public sealed class EmulatedTask
{
    readonly TaskCompletionSource<BatonServiceFinishTaskRequest> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ConcurrentQueue<byte[]> _uploads = new();
    readonly ConcurrentQueue<string> _hosts = new();

    internal EmulatedTask(ServiceTask task) => Task = task;

    /// <summary>The task itself.</summary>
    public ServiceTask Task { get; }

    /// <summary>The files that were uploaded for it, each checked against its hash.</summary>
    public IReadOnlyList<byte[]> Uploads => [.. _uploads];

    /// <summary>The hosts that it was handed to, in order.</summary>
    public IReadOnlyList<string> Hosts => [.. _hosts];

    /// <summary>How many heartbeats came for it.</summary>
    public int Heartbeats { get; internal set; }

    /// <summary>Whether a connector has it, or had it.</summary>
    public System.Threading.Tasks.Task Started => _started.Task;

    /// <summary>How it ended, once it did. A hello is reported by another hello: the report is then an empty success.</summary>
    public Task<BatonServiceFinishTaskRequest> Finished => _finished.Task;

    internal string Host { get; private set; } = "";

    internal DateTimeOffset LeasedUntil { get; set; }

    internal bool IsCancelled { get; set; }

    internal bool IsQueued { get; set; } = true;

    internal void HandTo(string host, DateTimeOffset until)
    {
        Host = host;
        LeasedUntil = until;
        IsQueued = false;
        _hosts.Enqueue(host);
        _started.TrySetResult();
    }

    internal void Receive(byte[] file) => _uploads.Enqueue(file);

    internal bool Finish(BatonServiceFinishTaskRequest request) => _finished.TrySetResult(request);
}
