namespace Baton.Session;

/// <summary>The part of a store whose keys begin with a text.</summary>
sealed class PrefixedSessionStore : ISessionStore
{
    readonly ISessionStore _store;
    readonly string _prefix;

    internal PrefixedSessionStore(ISessionStore store, string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        (_store, _prefix) = (store, prefix);
    }

    public ValueTask<ReadOnlyMemory<byte>?> GetAsync(string key, CancellationToken cancellationToken) => _store.GetAsync(Full(key), cancellationToken);

    public async ValueTask<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> GetManyAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Own(await _store.GetManyAsync(keys.Select(Full), cancellationToken).ConfigureAwait(false));
    }

    public async ValueTask<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> GetAllAsync(CancellationToken cancellationToken) =>
        Own(await _store.GetAllAsync(cancellationToken).ConfigureAwait(false));

    public ValueTask SetAsync(string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken) =>
        _store.SetAsync(Full(key), value, cancellationToken);

    public ValueTask SetManyAsync(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> values, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(values);
        return _store.SetManyAsync(values.Select(pair => KeyValuePair.Create(Full(pair.Key), pair.Value)), cancellationToken);
    }

    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken) => _store.DeleteAsync(Full(key), cancellationToken);

    public async ValueTask ClearAsync(CancellationToken cancellationToken)
    {
        foreach (var key in (await GetAllAsync(cancellationToken).ConfigureAwait(false)).Keys)
            await DeleteAsync(key, cancellationToken).ConfigureAwait(false);
    }

    public ISessionStore WithPrefix(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        return new PrefixedSessionStore(_store, _prefix + prefix);
    }

    string Full(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _prefix + key;
    }

    Dictionary<string, ReadOnlyMemory<byte>> Own(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> all) => all
        .Where(pair => pair.Key.Length > _prefix.Length && pair.Key.StartsWith(_prefix, StringComparison.Ordinal))
        .ToDictionary(pair => pair.Key[_prefix.Length..], static pair => pair.Value, StringComparer.Ordinal);
}
