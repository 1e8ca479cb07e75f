using Baton.Logging;
using Microsoft.Extensions.Logging;

namespace Baton.Sync;

/// <summary>The warnings of one sync: logged as they come, kept for the summary.</summary>
/// <param name="logger">Receives each message once.</param>
public sealed class SyncWarnings(ILogger<SyncWarnings> logger) : ISyncWarnings
{
    // What a person still reads; beyond it, a source with a broken line per row must not fill the memory or the log.
    const int Kept = 1000;

    readonly Lock _lock = new();
    readonly HashSet<string> _known = new(StringComparer.Ordinal);
    List<string> _messages = [];
    long _dropped;

    /// <inheritdoc/>
    public void Add(string message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        lock (_lock)
        {
            if (_known.Contains(message))
                return;
            if (_messages.Count == Kept)
            {
                if (_dropped++ == 0)
                    logger.LogWarning("More than {Kept} warnings: the others are only counted", Kept);
                return;
            }
            _known.Add(message);
            _messages.Add(message);
        }
        logger.Write(LogLevel.Warning, message);
    }

    /// <summary>Hands over what was collected, and begins anew for the next sync.</summary>
    /// <returns>The messages in the order of their first appearance, and how many more were only counted.</returns>
    public (IReadOnlyList<string> Messages, long Dropped) Take()
    {
        lock (_lock)
        {
            var taken = (_messages, _dropped);
            (_messages, _dropped) = ([], 0);
            _known.Clear();
            return taken;
        }
    }
}
