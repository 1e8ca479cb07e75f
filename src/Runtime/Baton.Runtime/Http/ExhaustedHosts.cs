using System.Collections.Concurrent;

namespace Baton.Http;

/// <summary>
/// Remembers which sources said with an answer that it was the last one for a while, so that the next request waits instead of being refused. Few
/// hosts are remembered: a connector talks to few.
/// </summary>
sealed class ExhaustedHosts(TimeProvider time)
{
    internal const int MaxHosts = 64;

    readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads what an answer says about the next request.</summary>
    internal void Note(Uri? address, RateLimit limit)
    {
        var now = time.GetUtcNow();
        if (address is null || limit.Remaining != 0 || limit.PauseAt(now) is not { } pause)
            return;
        if (_until.Count >= MaxHosts && !_until.ContainsKey(address.Authority))
            Forget(now);
        if (_until.Count < MaxHosts || _until.ContainsKey(address.Authority))
            _until[address.Authority] = now + pause;
    }

    /// <summary>How long to wait before the next request; zero when it may be sent.</summary>
    internal TimeSpan PauseFor(Uri? address)
    {
        if (_until.IsEmpty || address is null || !_until.TryGetValue(address.Authority, out var until))
            return TimeSpan.Zero;
        var pause = until - time.GetUtcNow();
        if (pause > TimeSpan.Zero)
            return pause;
        _until.TryRemove(new(address.Authority, until));
        return TimeSpan.Zero;
    }

    void Forget(DateTimeOffset now)
    {
        foreach (var passed in _until.Where(u => u.Value <= now))
            _until.TryRemove(passed);
    }
}
