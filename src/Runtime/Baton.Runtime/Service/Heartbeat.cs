using Baton.Logging;
using Baton.Protocol.Service.V1;
using Baton.Transport;
using Microsoft.Extensions.Logging;
using Task = System.Threading.Tasks.Task;

namespace Baton.Service;

/// <summary>Tells C1 that a task is still being worked on, and hears when it is no longer wanted.</summary>
sealed class Heartbeat : IAsyncDisposable
{
    public const string WasCancelled = "task was cancelled";
    public const string Failed = "task failed heartbeat";

    const int MostFailures = 9;

    /// <summary>A cut line is no reason to throw work away, however fast heartbeats follow each other.</summary>
    static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(3);

    static readonly TimeSpan SoonAfterFailure = TimeSpan.FromSeconds(30);

    /// <summary>How long others wait for the answer to a heartbeat that is under way.</summary>
    static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(1);

    readonly IBatonService _service;
    readonly string _hostId;
    readonly string _taskId;
    readonly TimeProvider _time;
    readonly ILogger _logger;
    readonly CancellationTokenSource _work = new();
    readonly CancellationTokenSource _end = new();
    readonly SemaphoreSlim _turn = new(1);
    readonly Lock _lock = new();
    readonly Task _loop;
    CancellationTokenSource? _call;

    public Heartbeat(IBatonService service, string hostId, string taskId, TimeSpan first, TimeProvider time, ILogger logger)
    {
        _service = service;
        _hostId = hostId;
        _taskId = taskId;
        _time = time;
        _logger = logger;
        _loop = RunAsync(first, _end.Token);
    }

    /// <summary>Cancelled when the work is to stop.</summary>
    public CancellationToken Stopped => _work.Token;

    /// <summary>Why it is to stop.</summary>
    public string? Reason { get; private set; }

    /// <summary>Does something while no heartbeat is under way; one whose answer is long in coming is given up.</summary>
    /// <returns>What it did.</returns>
    public async Task<T> AloneAsync<T>(Func<Task<T>> action)
    {
        var turn = _turn.WaitAsync();
        try
        {
            await turn.WaitAsync(Courtesy, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            HangUp();
            await turn.ConfigureAwait(false);
        }
        try
        {
            return await action().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>C1 has the result: nothing more is to be said. Called within <see cref="AloneAsync"/>.</summary>
    public void Finish() => _end.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _end.Dispose();
        _work.Dispose();
        _turn.Dispose();
    }

    async Task RunAsync(TimeSpan wait, CancellationToken end)
    {
        try
        {
            var failures = 0;
            var heard = _time.GetTimestamp();
            while (true)
            {
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait, _time, end).ConfigureAwait(false);
                var (reply, next) = await SendAsync(wait, end).ConfigureAwait(false);
                wait = next;
                if (reply)
                {
                    failures = 0;
                    heard = _time.GetTimestamp();
                }
                else if (++failures >= MostFailures && _time.GetElapsedTime(heard) >= LongestSilence)
                {
                    Stop(Failed);
                }
                if (Reason is not null)
                    return;
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The task is done.
        }
    }

    /// <summary>Sends one.</summary>
    /// <returns>Whether C1 answered, and when to send the next.</returns>
    async Task<(bool Answered, TimeSpan Next)> SendAsync(TimeSpan interval, CancellationToken end)
    {
        await _turn.WaitAsync(end).ConfigureAwait(false);
        try
        {
            end.ThrowIfCancellationRequested();
            var reply = await CallAsync(end).ConfigureAwait(false);
            if (reply.Cancelled)
                Stop(WasCancelled);
            return (true, Intervals.Heartbeat(reply.NextHeartbeat));
        }
        catch (Exception e) when (e is ConnectorException || (e is OperationCanceledException && !end.IsCancellationRequested))
        {
            _logger.Write(LogLevel.Warning, "heartbeat failed", ("task_id", _taskId), ("error", e.Message));
            var unchanged = interval > TimeSpan.Zero ? interval : Intervals.Heartbeat(null);
            return (false, unchanged < SoonAfterFailure ? unchanged : SoonAfterFailure);
        }
        finally
        {
            _turn.Release();
        }
    }

    async Task<BatonServiceHeartbeatResponse> CallAsync(CancellationToken end)
    {
        using var call = CancellationTokenSource.CreateLinkedTokenSource(end);
        lock (_lock)
            _call = call;
        try
        {
            return await _service.HeartbeatAsync(new() { HostId = _hostId, TaskId = _taskId }, call.Token).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
                _call = null;
        }
    }

    void HangUp()
    {
        lock (_lock)
            _call?.Cancel();
    }

    void Stop(string reason)
    {
        Reason = reason;
        // Not on this thread: what the work does when it stops may take its time.
        _ = _work.CancelAsync();
    }
}
