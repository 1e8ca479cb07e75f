using System.Diagnostics;
using Baton.Logging;
using Baton.Protocol.Service.V1;
using Baton.Sync;
using Baton.Tasks;
using Baton.Transport;
using Microsoft.Extensions.Logging;
using Kind = Baton.Protocol.Service.V1.Task.TaskTypeOneofCase;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Service;

/// <summary>Does one task from the moment it was fetched to the moment C1 knows how it ended.</summary>
sealed class TaskRunner(
    IBatonService service, TaskHandlers handlers, HelloCall hello, FinishRequests requests, TaskFinisher finisher, string hostId, TimeProvider time, ILogger logger)
{
    const string Success = "success";

    /// <summary>How long a connector may take to heed that its work is no longer wanted.</summary>
    static readonly TimeSpan Unheeded = TimeSpan.FromSeconds(3);

    readonly FinishedTasks _finished = new();

    /// <summary>Does it. Never fails: what goes wrong is reported, or logged.</summary>
    /// <param name="task">The task.</param>
    /// <param name="firstHeartbeat">When C1 wants to hear of it.</param>
    /// <param name="stop">Ends the work.</param>
    /// <param name="giveUp">Ends the report too.</param>
    public async System.Threading.Tasks.Task RunAsync(ServiceTask task, TimeSpan firstHeartbeat, CancellationToken stop, CancellationToken giveUp)
    {
        var started = time.GetTimestamp();
        using var span = SyncTrace.Task(TaskKinds.Name(task.TaskTypeCase), task.Id);
        logger.Write(LogLevel.Information, "task started", ("task_id", task.Id), ("task_type", TaskKinds.Name(task.TaskTypeCase)));
        try
        {
            var outcome = task.TaskTypeCase == Kind.Hello
                ? await HelloAsync(task, stop).ConfigureAwait(false)
                : await WorkAsync(task, firstHeartbeat, stop, giveUp).ConfigureAwait(false);
            logger.Write(
                LogLevel.Information, outcome == Success ? "Task complete!" : "task ended",
                ("task_id", task.Id), ("outcome", outcome), ("duration", time.GetElapsedTime(started)));
        }
        catch (Exception e)
        {
            logger.LogError(e, "task {TaskId} could not be reported", task.Id);
        }
    }

    async System.Threading.Tasks.Task<string> HelloAsync(ServiceTask task, CancellationToken stop)
    {
        await hello.AnswerAsync(task.Id, stop).ConfigureAwait(false);
        return "said hello";
    }

    async System.Threading.Tasks.Task<string> WorkAsync(ServiceTask task, TimeSpan firstHeartbeat, CancellationToken stop, CancellationToken giveUp)
    {
        if (_finished.Find(task.Id) is { } earlier)
            return await finisher.SendAsync(earlier, heartbeat: null, giveUp).ConfigureAwait(false) ? "reported again" : "lost";
        // A sync is long: C1 hears of it at once.
        var first = task.TaskTypeCase == Kind.SyncFull ? TimeSpan.Zero : firstHeartbeat;
        var heartbeat = new Heartbeat(service, hostId, task.Id, first, time, logger);
        await using var _ = heartbeat.ConfigureAwait(false);
        var request = await DoAsync(task, heartbeat, stop).ConfigureAwait(false);
        _finished.Add(request);
        var known = await finisher.SendAsync(request, heartbeat, giveUp).ConfigureAwait(false);
        return !known ? "lost" : request.Error is null ? Success : $"failure ({(ErrorCode)request.Status.Code}): {request.Status.Message}";
    }

    async System.Threading.Tasks.Task<BatonServiceFinishTaskRequest> DoAsync(ServiceTask task, Heartbeat heartbeat, CancellationToken stop)
    {
        using var work = CancellationTokenSource.CreateLinkedTokenSource(heartbeat.Stopped, stop);
        try
        {
            return requests.Success(task, await HandleAsync(task, work.Token).ConfigureAwait(false));
        }
        catch (Exception) when (heartbeat.Reason is { } reason)
        {
            return requests.Cancelled(task, reason);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return requests.ShuttingDown(task, begun: true);
        }
        catch (Exception e)
        {
            logger.LogDebug(e, "task {TaskId} failed", task.Id);
            Activity.Current.Failed(e);
            return requests.Failure(task, e);
        }
    }

    /// <summary>Waits for the connector, but not long for one that does not listen when it is told to stop.</summary>
    async Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken stopped)
    {
        // On a thread of its own choice: it may work a while before it first waits.
        var work = System.Threading.Tasks.Task.Run(() => handlers.For(task).HandleAsync(task, stopped), CancellationToken.None);
        try
        {
            return await work.WaitAsync(stopped).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            await ((System.Threading.Tasks.Task)work).WaitAsync(Unheeded, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (work.IsCompleted)
                return await work.ConfigureAwait(false);
            logger.Write(LogLevel.Warning, "the connector goes on although the task was stopped; not waiting for it", ("task_id", task.Id));
            throw;
        }
    }
}
