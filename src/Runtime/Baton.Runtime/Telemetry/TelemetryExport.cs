using System.Diagnostics;
using Baton.Errors;
using Baton.Logging;
using Microsoft.Extensions.Logging;

namespace Baton.Telemetry;

/// <summary>
/// Listens to the spans and meters of Baton and to the log, and sends them to a collector every so often and at the end. Whatever becomes of
/// that, the program goes on: what cannot be sent is dropped, and said once.
/// </summary>
sealed class TelemetryExport : IAsyncDisposable
{
    /// <summary>What this class itself logs is not exported.</summary>
    internal const string Category = "Baton.Telemetry";

    const int Tries = 3;

    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    static readonly TimeSpan TimeToFlush = TimeSpan.FromSeconds(5);

    readonly TelemetryOptions _options;
    readonly TimeProvider _time;
    readonly ILogger _logger;
    readonly OtlpClient _client;
    readonly byte[] _resource;
    readonly TelemetryQueue _spans = new();
    readonly TelemetryQueue _logs = new();
    readonly MetricReader? _metrics;
    readonly ActivityListener? _listener;
    readonly CancellationTokenSource _stop = new(); // ends the waiting, and not what is on its way
    readonly CancellationTokenSource _end;
    readonly HashSet<OtlpSignal> _refused = [];
    readonly Task _running;
    long _metricsSent;
    bool _isFailing;

    internal TelemetryExport(TelemetryOptions options, SecretRedactor redactor, TimeProvider time, ILogger logger)
    {
        (_options, _time, _logger) = (options, time, logger);
        _client = new(options, time);
        _resource = OtlpWriter.Resource(options.Resource);
        _end = new(Timeout.InfiniteTimeSpan, time);
        _metricsSent = time.GetTimestamp();
        if (options.Signals.Contains(OtlpSignal.Metrics))
            _metrics = new(time);
        if (options.Signals.Contains(OtlpSignal.Traces))
            ActivitySource.AddActivityListener(_listener = Listen(redactor));
        _running = Task.Run(RunAsync);
    }

    /// <summary>Takes a line of the log.</summary>
    internal void Add(LogEntry entry)
    {
        if (_options.Signals.Contains(OtlpSignal.Logs) && entry.Caller != Category)
            _logs.Add(OtlpWriter.LogRecord(entry, Activity.Current));
    }

    /// <summary>Sends what is left, within five seconds together with what is on its way.</summary>
    public async ValueTask DisposeAsync()
    {
        _listener?.Dispose();
        await _stop.CancelAsync().ConfigureAwait(false);
        _end.CancelAfter(TimeToFlush);
        await _running.ConfigureAwait(false);
        await SendAllAsync(withMetrics: true, _end.Token).ConfigureAwait(false);
        _metrics?.Dispose();
        _client.Dispose();
        _stop.Dispose();
        _end.Dispose();
    }

    ActivityListener Listen(SecretRedactor redactor) => new()
    {
        ShouldListenTo = static source => source.Name.StartsWith("Baton.", StringComparison.Ordinal),
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        ActivityStopped = span => _spans.Add(OtlpWriter.Span(span, redactor.Redact)),
    };

    async Task RunAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Interval, _time, _stop.Token).ConfigureAwait(false);
                var withMetrics = _time.GetElapsedTime(_metricsSent) >= _options.MetricInterval;
                if (withMetrics)
                    _metricsSent = _time.GetTimestamp();
                await SendAllAsync(withMetrics, _end.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The end, which sends the rest.
        }
    }

    async Task SendAllAsync(bool withMetrics, CancellationToken cancellationToken)
    {
        await SendAsync(OtlpSignal.Traces, _spans, cancellationToken).ConfigureAwait(false);
        await SendAsync(OtlpSignal.Logs, _logs, cancellationToken).ConfigureAwait(false);
        if (withMetrics && _metrics?.Collect() is { Count: > 0 } metrics)
            await TrySendAsync(OtlpSignal.Metrics, metrics, cancellationToken).ConfigureAwait(false);
    }

    async Task SendAsync(OtlpSignal signal, TelemetryQueue queue, CancellationToken cancellationToken)
    {
        while (queue.Take() is { Count: > 0 } batch)
        {
            if (!await TrySendAsync(signal, batch, cancellationToken).ConfigureAwait(false))
                queue.Lost(batch.Count);
        }
        if (queue.TakeDropped() is > 0 and var dropped)
            _logger.Write(LogLevel.Debug, "telemetry was dropped", ("signal", signal.ToString()), ("count", dropped));
    }

    /// <summary>Sends a batch, a few times if need be.</summary>
    /// <returns>Whether the collector took it.</returns>
    async Task<bool> TrySendAsync(OtlpSignal signal, IReadOnlyList<byte[]> batch, CancellationToken cancellationToken)
    {
        var request = OtlpWriter.Request(_resource, batch);
        ConnectorException? last = null;
        for (var attempt = 1; !_refused.Contains(signal); attempt++)
        {
            try
            {
                await _client.SendAsync(signal, request, cancellationToken).ConfigureAwait(false);
                _isFailing = false;
                return true;
            }
            catch (ConnectorException e)
            {
                last = e;
                if (attempt < Tries && Retrier.IsPassing(e.Code) && !_isFailing)
                {
                    await PauseAsync(attempt, cancellationToken).ConfigureAwait(false);
                    continue;
                }
                Tell(signal, e);
                return false;
            }
            catch (OperationCanceledException)
            {
                if (last is not null)
                    Tell(signal, last); // the time for another try is over
                return false;
            }
        }
        return false;
    }

    async Task PauseAsync(int attempt, CancellationToken cancellationToken) =>
        await Task.Delay(Interval * attempt, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    void Tell(OtlpSignal signal, ConnectorException failure)
    {
        if (failure.Code == ErrorCode.Unimplemented)
            _refused.Add(signal); // it does not take this kind, and never will
        else if (_isFailing)
            return;
        else
            _isFailing = true;
        _logger.Write(
            LogLevel.Warning, "telemetry cannot be exported; the sync does not depend on it",
            ("signal", signal.ToString()), ("collector", _options.Endpoint.GetLeftPart(UriPartial.Authority)), ("error", failure.Message));
    }
}
