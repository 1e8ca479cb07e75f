using System.Globalization;
using Baton.Cli;
using Baton.Sync;

namespace Baton.Progress;

/// <summary>Progress as a few live lines below the log.</summary>
sealed class TerminalProgress : ISyncProgress, IAsyncDisposable
{
    const string Spinner = "|/-\\";

    static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);

    readonly ErrorOutput _output;
    readonly ConnectorHostOptions _options;
    readonly TerminalStyle _style;
    readonly Func<string, string> _redact;
    readonly long _start;
    readonly Lock _lock = new();
    readonly ITimer _timer;
    SyncStep _step;
    string _listing = "";
    SyncCounts _total;
    long _expanded;
    int _warnings;
    string _waiting = "";
    int _frame;
    bool _ended;

    public TerminalProgress(ErrorOutput output, ConnectorHostOptions options, TerminalStyle style, Func<string, string> redact)
    {
        _output = output;
        _options = options;
        _style = style;
        _redact = redact;
        _start = options.TimeProvider.GetTimestamp();
        _timer = options.TimeProvider.CreateTimer(_ => Draw(), null, Frame, Frame);
    }

    /// <inheritdoc/>
    public void StepStarted(SyncStep step) => Change(() => (_step, _listing) = (step, ""));

    /// <inheritdoc/>
    public void StepFinished(SyncStep step, TimeSpan duration)
    {
        // The next step, or the summary, says so.
    }

    /// <inheritdoc/>
    public void Listing(string resourceTypeId) => Change(() => _listing = resourceTypeId);

    /// <inheritdoc/>
    public void Stored(SyncCounts total) => Change(() => (_total, _waiting) = (total, ""));

    /// <inheritdoc/>
    public void Expanding(int done, int total, long grants) => Change(() => (_listing, _expanded) = ($"{Format.Number(done)} of {Format.Number(total)}", grants));

    /// <inheritdoc/>
    public void Asked(AskedFor what, string resourceTypeId, long done, long total) =>
        Change(() => _listing = $"{resourceTypeId}, {Format.Number(done)} of {Format.Number(total)} ({Format.Percent(done, total)} %)");

    /// <inheritdoc/>
    public void Warning(string text) => Change(() => _warnings++);

    /// <inheritdoc/>
    public void Waiting(TimeSpan pause, int attempt, string reason) =>
        Change(() => _waiting = $"waiting {Format.Duration(pause)} before try {attempt + 1}: {_redact(reason)}");

    /// <summary>Removes the live lines.</summary>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync().ConfigureAwait(false);
        lock (_lock)
            _ended = true;
        _output.Draw([]);
    }

    void Change(Action change)
    {
        lock (_lock)
            change();
    }

    void Draw()
    {
        lock (_lock)
        {
            if (_ended)
                return;
            var columns = Math.Max(_options.TerminalSize().Columns - 1, 10);
            var lines = new List<string> { _style.Strong(TerminalText.Fit(Headline(), columns)), TerminalText.Fit(Counts(), columns) };
            if (_waiting.Length > 0)
                lines.Add(_style.Warning(TerminalText.Fit("  " + _waiting, columns)));
            _output.Draw(lines);
        }
    }

    string Headline()
    {
        var spinner = Spinner[_frame++ % Spinner.Length];
        var listing = _listing.Length == 0 ? "" : $": {_listing}";
        return $"{spinner} {Name(_step)}{listing}  {Format.Duration(_options.TimeProvider.GetElapsedTime(_start))}";
    }

    string Counts()
    {
        var text = $"  {Format.Number(_total.Resources)} resources, {Format.Number(_total.Entitlements)} entitlements, {Format.Number(_total.Grants)} grants";
        if (_expanded > 0)
            text += $", {Format.Number(_expanded)} expanded grants";
        return _warnings == 0 ? text : $"{text}, {_warnings.ToString(CultureInfo.InvariantCulture)} warnings";
    }

    static string Name(SyncStep step) => step switch
    {
        SyncStep.Validate => "Checking the connection",
        SyncStep.ResourceTypes => "Resource types",
        SyncStep.Resources => "Resources",
        SyncStep.Grants => "Grants",
        SyncStep.Expansion => "Expanding grants",
        _ => "Saving",
    };
}
