using Google.Protobuf;

namespace Baton.C1Z;

/// <summary>Remembers messages that were looked up, within a budget of bytes. What was not asked for lately is forgotten in bulk.</summary>
sealed class LookupCache<T>(long budget)
    where T : class, IMessage<T>
{
    const int Overhead = 256; // of an entry, beside the message

    readonly Lock _gate = new();
    Dictionary<string, T?> _recent = new(StringComparer.Ordinal);
    Dictionary<string, T?> _older = new(StringComparer.Ordinal);
    long _size;

    public async ValueTask<T?> GetAsync(string key, Func<Task<T?>> find)
    {
        lock (_gate)
        {
            if (_recent.TryGetValue(key, out var known))
                return known;
            if (_older.TryGetValue(key, out known))
            {
                Remember(key, known);
                return known;
            }
        }
        var found = await find().ConfigureAwait(false);
        lock (_gate)
            Remember(key, found);
        return found;
    }

    void Remember(string key, T? value)
    {
        if (_size > budget / 2)
            (_older, _recent, _size) = (_recent, new(StringComparer.Ordinal), 0);
        _recent[key] = value;
        _size += Overhead + (2L * key.Length) + (2L * (value?.CalculateSize() ?? 0));
    }
}
