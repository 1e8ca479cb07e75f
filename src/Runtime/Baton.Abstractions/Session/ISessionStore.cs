namespace Baton;

/// <summary>
/// Where one part of a sync leaves what another can use: a name looked up while listing, wanted again with the grants. Take it as a
/// constructor parameter. What is in it is a hint, and can be gone at any time: every read has a way to go on without, as
/// <see cref="SessionStore.GetOrAddAsync{T}"/> does, and the result of the sync is the same. It is empty when a sync begins.
/// </summary>
/// <remarks>Safe for use by several listings at a time. Keys have 1 to 512 bytes, values at most <see cref="SessionStore.MaxValueBytes"/>.</remarks>
public interface ISessionStore
{
    /// <summary>The value of a key; null when it is not there.</summary>
    ValueTask<ReadOnlyMemory<byte>?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>The values of those keys that are there.</summary>
    ValueTask<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> GetManyAsync(IEnumerable<string> keys, CancellationToken cancellationToken);

    /// <summary>Everything that is there.</summary>
    ValueTask<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a value, in the place of an earlier one.</summary>
    ValueTask SetAsync(string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken);

    /// <summary>Keeps several values.</summary>
    ValueTask SetManyAsync(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> values, CancellationToken cancellationToken);

    /// <summary>Forgets a value.</summary>
    ValueTask DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>Forgets everything.</summary>
    ValueTask ClearAsync(CancellationToken cancellationToken);

    /// <summary>The part of the store whose keys begin with a text, seen without it; clearing it clears that part only.</summary>
    ISessionStore WithPrefix(string prefix);
}
