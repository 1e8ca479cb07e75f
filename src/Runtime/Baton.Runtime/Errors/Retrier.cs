namespace Baton.Errors;

/// <summary>
/// Waits before a call is made again: only after failures that may pass by themselves, longer after each. The count of failures is
/// shared by all who use the object, and any success ends it.
/// </summary>
sealed class Retrier(TimeProvider time, TimeSpan step, TimeSpan longest, int calls = int.MaxValue)
{
    int _failures;

    /// <summary>Hears of each wait: its length, the number of failures in a row, the failure, and what resource type the call was about.</summary>
    internal Action<TimeSpan, int, ConnectorException, string?>? Waiting { get; init; }

    internal static bool IsPassing(ErrorCode code) => code is ErrorCode.Unavailable or ErrorCode.DeadlineExceeded;

    internal void Succeeded() => Volatile.Write(ref _failures, 0);

    /// <summary>Waits before the next call.</summary>
    /// <returns>False, at once, when the call must not be made again.</returns>
    internal async ValueTask<bool> WaitAsync(ConnectorException failure, string? resourceType, CancellationToken cancellationToken)
    {
        if (!IsPassing(failure.Code))
            return false;
        var failures = Interlocked.Increment(ref _failures);
        if (failures >= calls)
            return false;
        var pause = failure.RetryAfter is { Ticks: > 0 } told ? WholeSeconds(told) : step * failures;
        pause = pause < longest ? pause : longest;
        Waiting?.Invoke(pause, failures, failure, resourceType);
        await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        return true;
    }

    static TimeSpan WholeSeconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));

    /// <summary>Makes a call until it succeeds or fails for good.</summary>
    /// <param name="what">Names the call in its failure.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Stops the call and the waits.</param>
    internal async Task<T> RunAsync<T>(string what, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            ConnectorException failure;
            try
            {
                var result = await call(cancellationToken).ConfigureAwait(false);
                Succeeded();
                return result;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                failure = Failure.Of(what, e);
            }
            if (!await WaitAsync(failure, resourceType: null, cancellationToken).ConfigureAwait(false))
                throw failure;
        }
    }
}
