using System.Text;

namespace Baton.Session;

/// <summary>
/// Keeps values in memory, up to a size; beyond it, those that were not used for longest are forgotten. One for a process.
/// </summary>
/// <param name="maximumBytes">How much memory the values may take.</param>
public sealed class MemorySessionStore(long maximumBytes) : ISessionStore
{
    /// <summary>The size that connectors have when nothing else is set.</summary>
    public const long DefaultMaximumBytes = 15 << 20;

    // What a value costs besides its bytes: two objects, the key's object, and the places in both collections.
    const int Overhead = 160;

    readonly Lock _lock = new();
    readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    readonly LinkedList<Entry> _byUse = [];
    long _bytes;

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> GetAsync(string key, CancellationToken cancellationToken)
    {
        SessionStore.CheckKey(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return new(Find(key));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> GetManyAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        var found = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            SessionStore.CheckKey(key);
            lock (_lock)
            {
                if (Find(key) is { } value)
                    found[key] = value;
            }
        }
        return new(found);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> GetAllAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return new(_byUse.ToDictionary(static e => e.Key, static e => (ReadOnlyMemory<byte>)e.Value, StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public ValueTask SetAsync(string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken)
    {
        SessionStore.CheckKey(key);
        SessionStore.CheckValue(key, value);
        cancellationToken.ThrowIfCancellationRequested();
        var entry = new Entry(key, value.ToArray());
        lock (_lock)
        {
            Remove(key);
            // A single value that is too large is not kept, and does not drive the others out.
            if (entry.Bytes <= maximumBytes)
                Add(entry);
        }
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask SetManyAsync(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> values, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var (key, value) in values)
            await SetAsync(key, value, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken)
    {
        SessionStore.CheckKey(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            Remove(key);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ClearAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _entries.Clear();
            _byUse.Clear();
            _bytes = 0;
        }
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ISessionStore WithPrefix(string prefix) => new PrefixedSessionStore(this, prefix);

    ReadOnlyMemory<byte>? Find(string key)
    {
        if (!_entries.TryGetValue(key, out var node))
            return null;
        _byUse.Remove(node);
        _byUse.AddFirst(node);
        return node.Value.Value;
    }

    void Add(Entry entry)
    {
        _entries.Add(entry.Key, _byUse.AddFirst(entry));
        _bytes += entry.Bytes;
        while (_bytes > maximumBytes)
            Remove(_byUse.Last!.Value.Key);
    }

    void Remove(string key)
    {
        if (!_entries.Remove(key, out var node))
            return;
        _byUse.Remove(node);
        _bytes -= node.Value.Bytes;
    }

    sealed record Entry(string Key, byte[] Value)
    {
        internal long Bytes { get; } = Overhead + Encoding.Unicode.GetByteCount(Key) + Value.Length;
    }
}
