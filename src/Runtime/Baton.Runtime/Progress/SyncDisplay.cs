using Baton.Logging;
using Baton.Sync;
using Microsoft.Extensions.Logging;

namespace Baton.Progress;

/// <summary>
/// Shows a sync to whoever looks: a person at a terminal gets live lines and a summary, a log gets lines with fields. The summary as text
/// is left out where the log is JSON on the same output, so that every line there stays JSON.
/// </summary>
sealed class SyncDisplay(ConnectorHostOptions options, LogSettings log, ErrorOutput error, SecretRedactor redactor, ILogger logger)
{
    readonly TerminalStyle _style = TerminalStyle.Of(options);

    /// <summary>Runs the sync.</summary>
    public async Task ShowAsync(Func<ISyncProgress, Task<SyncSummary>> sync)
    {
        var summary = await RunAsync(sync).ConfigureAwait(false);
        if (LogsElsewhere || !_style.IsLive)
            SummaryLog.Write(logger, summary);
        if (options.ErrorIsTerminal || !log.IsJson || LogsElsewhere)
            error.Write(redactor.Redact(SummaryText.Of(summary, _style)));
    }

    bool LogsElsewhere => !log.Paths.Contains(LogSettings.StandardError);

    async Task<SyncSummary> RunAsync(Func<ISyncProgress, Task<SyncSummary>> sync)
    {
        var lines = new LogProgress(logger, options.TimeProvider);
        if (!_style.IsLive)
            return await sync(lines).ConfigureAwait(false);
        var live = new TerminalProgress(error, options, _style, redactor.Redact);
        await using (live.ConfigureAwait(false))
            return await sync(LogsElsewhere ? new BothProgress(live, lines) : live).ConfigureAwait(false);
    }
}
