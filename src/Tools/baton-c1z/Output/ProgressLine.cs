using System.Globalization;
using Baton.C1Z;

namespace Baton.C1ZTool;

/// <summary>One line on standard error that tells how far long work is; gone when disposed. Nothing is shown for what is over in a moment.</summary>
sealed class ProgressLine : IProgress<UnpackProgress>, IDisposable
{
    const int BarWidth = 30;
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    readonly ToolHost _host;
    readonly string _what;
    readonly ITimer? _timer;
    readonly Lock _gate = new();
    long _done;
    long _total;
    bool _isShown;
    bool _isBytes;

    public ProgressLine(ToolHost host, string what, long total = 0)
    {
        (_host, _what, _total) = (host, Cli.TerminalText.Fit(what, 60), total);
        if (host.HasLiveError)
            _timer = host.Time.CreateTimer(_ => Draw(), null, Interval, Interval);
    }

    public void Add(long rows = 1) => Interlocked.Add(ref _done, rows);

    public void Report(UnpackProgress value)
    {
        lock (_gate)
            (_done, _total, _isBytes) = (value.Read, value.Length, true);
    }

    /// <summary>Counts rows while they pass.</summary>
    public async IAsyncEnumerable<T> CountAsync<T>(IAsyncEnumerable<T> rows)
    {
        await foreach (var row in rows)
        {
            Add();
            yield return row;
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            if (_isShown)
                _host.Error.Write("\r\x1b[K");
            _isShown = false;
            _total = -1; // a timer that fires late draws no more
        }
    }

    void Draw()
    {
        lock (_gate)
        {
            if (_total < 0)
                return;
            var done = Interlocked.Read(ref _done);
            _host.Error.Write($"\r\x1b[K{_what}{Text(done)}");
            _isShown = true;
        }
    }

    string Text(long done)
    {
        if (_total == 0)
            return done == 0 ? " …" : string.Create(CultureInfo.InvariantCulture, $" {done:N0} rows");
        var share = Math.Clamp((double)done / _total, 0, 1);
        var filled = (int)(share * BarWidth);
        return string.Create(CultureInfo.InvariantCulture, $" [{new string('#', filled)}{new string('.', BarWidth - filled)}] {share:P0}{(_isBytes ? "" : $" {done:N0} of {_total:N0}")}");
    }
}
