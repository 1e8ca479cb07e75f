using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Baton;

/// <summary>Typed values in an <see cref="ISessionStore"/>.</summary>
public static class SessionStore
{
    /// <summary>The longest key, in bytes of UTF-8.</summary>
    public const int MaxKeyBytes = 512;

    /// <summary>The largest value.</summary>
    public const int MaxValueBytes = 4_132_864;

    /// <summary>A value as an object; the default when it is not there, or was written in another form.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The key.</param>
    /// <param name="type">How it is written, from a <c>JsonSerializerContext</c>.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public static async ValueTask<T?> GetAsync<T>(this ISessionStore store, string key, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(type);
        if (await store.GetAsync(key, cancellationToken).ConfigureAwait(false) is not { } value)
            return default;
        try
        {
            return JsonSerializer.Deserialize(value.Span, type);
        }
        catch (JsonException)
        {
            // Another version of the program wrote it: a hint that cannot be read is one that is not there.
            return default;
        }
    }

    /// <summary>Keeps an object.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The object.</param>
    /// <param name="type">How it is written, from a <c>JsonSerializerContext</c>.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public static ValueTask SetAsync<T>(
        this ISessionStore store, string key, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.SetAsync(key, JsonSerializer.SerializeToUtf8Bytes(value, type), cancellationToken);
    }

    /// <summary>The value of a key, or else what <paramref name="make"/> finds out, which is then kept.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The key.</param>
    /// <param name="type">How it is written, from a <c>JsonSerializerContext</c>.</param>
    /// <param name="make">Finds the value out from the source.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public static async ValueTask<T> GetOrAddAsync<T>(
        this ISessionStore store, string key, JsonTypeInfo<T> type, Func<CancellationToken, ValueTask<T>> make, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(make);
        if (await store.GetAsync(key, type, cancellationToken).ConfigureAwait(false) is { } known)
            return known;
        var made = await make(cancellationToken).ConfigureAwait(false);
        await store.SetAsync(key, made, type, cancellationToken).ConfigureAwait(false);
        return made;
    }

    /// <summary>A value as text; null when it is not there.</summary>
    public static async ValueTask<string?> GetTextAsync(this ISessionStore store, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.GetAsync(key, cancellationToken).ConfigureAwait(false) is { } value ? Encoding.UTF8.GetString(value.Span) : null;
    }

    /// <summary>Keeps a text.</summary>
    public static ValueTask SetTextAsync(this ISessionStore store, string key, string value, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.SetAsync(key, Encoding.UTF8.GetBytes(value), cancellationToken);
    }

    /// <summary>Checks a key with its prefix.</summary>
    /// <exception cref="ArgumentException">It is empty or too long.</exception>
    public static void CheckKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (Encoding.UTF8.GetByteCount(key) > MaxKeyBytes)
            throw new ArgumentException($"A key of the session store has at most {MaxKeyBytes} bytes; this one begins with \"{key[..64]}\".", nameof(key));
    }

    /// <summary>Checks the size of a value.</summary>
    /// <exception cref="ArgumentException">It is too large.</exception>
    public static void CheckValue(string key, ReadOnlyMemory<byte> value)
    {
        if (value.Length > MaxValueBytes)
        {
            throw new ArgumentException(
                $"The value of \"{key}\" has {value.Length} bytes, and the session store keeps at most {MaxValueBytes}: split it.", nameof(value));
        }
    }
}
