using Baton.Logging;
using Baton.Protocol.Service.V1;
using Baton.Transport;
using Microsoft.Extensions.Logging;
using FinalState = Baton.Protocol.Service.V1.BatonServiceFinishTaskRequest.FinalStateOneofCase;

namespace Baton.Service;

/// <summary>Reports the end of tasks, again and again while C1 cannot be reached.</summary>
sealed class TaskFinisher(IBatonService service, FinishRequests requests, TimeProvider time, ILogger logger)
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    /// <summary>No server has a smaller limit on messages.</summary>
    const int SurelyTaken = 64 << 10;

    /// <summary>Reports one.</summary>
    /// <param name="request">How it ended.</param>
    /// <param name="heartbeat">Goes on between attempts, so that C1 does not give the task to somebody else; null for none.</param>
    /// <param name="giveUp">Ends the attempts.</param>
    /// <returns>Whether C1 knows.</returns>
    public async System.Threading.Tasks.Task<bool> SendAsync(BatonServiceFinishTaskRequest request, Heartbeat? heartbeat, CancellationToken giveUp)
    {
        var started = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var failure = await TryAsync(request, heartbeat, giveUp).ConfigureAwait(false);
            if (failure is null)
                return true;
            if (request.FinalStateCase == FinalState.Success && IsRefusal(request, failure.Code))
            {
                request = requests.Refused(request, failure);
                continue;
            }
            if (attempt > 1 && IsOver(failure.Code))
            {
                Log(LogLevel.Warning, "C1 does not wait for the end of the task any more: an earlier report has arrived, or its time was over");
                return false;
            }
            var again = Passing.Is(failure.Code) && !giveUp.IsCancellationRequested && time.GetElapsedTime(started) <= Longest;
            if (again)
            {
                Log(LogLevel.Warning, "reporting the end of the task failed; trying again");
                again = await WaitAsync(Intervals.Backoff(attempt, LongestPause), giveUp).ConfigureAwait(false);
            }
            if (!again)
            {
                Log(LogLevel.Error, "the end of the task could not be reported; C1 will notice by itself");
                return false;
            }

            void Log(LogLevel level, string text) =>
                logger.Write(level, text, ("task_id", request.TaskId), ("attempt", attempt), ("error", failure.Message));
        }
    }

    async System.Threading.Tasks.Task<ConnectorException?> TryAsync(
        BatonServiceFinishTaskRequest request, Heartbeat? heartbeat, CancellationToken giveUp)
    {
        return heartbeat is null
            ? await SendAsync().ConfigureAwait(false)
            : await heartbeat.AloneAsync(SendAsync).ConfigureAwait(false);

        async System.Threading.Tasks.Task<ConnectorException?> SendAsync()
        {
            try
            {
                await service.FinishTaskAsync(request, giveUp).ConfigureAwait(false);
                heartbeat?.Finish();
                return null;
            }
            catch (ConnectorException e)
            {
                return e;
            }
            catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
            {
                return new ConnectorException(ErrorCode.Canceled, "there is no time left");
            }
        }
    }

    async System.Threading.Tasks.Task<bool> WaitAsync(TimeSpan pause, CancellationToken giveUp)
    {
        try
        {
            await System.Threading.Tasks.Task.Delay(pause, time, giveUp).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>What C1 says of a task that has ended: an answer to the first report got lost.</summary>
    static bool IsOver(ErrorCode code) => code is ErrorCode.NotFound or ErrorCode.AlreadyExists or ErrorCode.FailedPrecondition;

    /// <summary>Whether C1 will never take this answer. What is too much for it may be the size, or the number of calls just now.</summary>
    static bool IsRefusal(BatonServiceFinishTaskRequest request, ErrorCode code) =>
        code == ErrorCode.InvalidArgument || (code == ErrorCode.ResourceExhausted && request.CalculateSize() > SurelyTaken);
}
