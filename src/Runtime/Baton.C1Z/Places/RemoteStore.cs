using System.Buffers;
using System.Collections.Concurrent;

namespace Baton.C1Z;

/// <summary>
/// Keeps c1z files elsewhere than in the file system, at addresses such as <c>s3://bucket/key</c>. Where an add-on has registered one for the
/// scheme, an address is taken wherever the path of a c1z is: by <see cref="C1ZReader"/>, by <see cref="C1ZFile"/>, and by <c>--file</c>.
/// </summary>
public abstract class RemoteStore
{
    static readonly ConcurrentDictionary<string, RemoteStore> Stores = new(StringComparer.OrdinalIgnoreCase);

    static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");

    /// <summary>Makes a store responsible for the addresses of a scheme, in this process; the last one counts.</summary>
    /// <param name="scheme">The scheme, without <c>://</c>.</param>
    /// <param name="store">The store.</param>
    public static void Register(string scheme, RemoteStore store)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        ArgumentNullException.ThrowIfNull(store);
        Stores[scheme] = store;
    }

    /// <summary>Whether this is an address, with a scheme, and not a path.</summary>
    public static bool IsAddress(string? path) => SchemeOf(path) is not null;

    /// <summary>The store of an address.</summary>
    /// <param name="address">The address.</param>
    /// <exception cref="C1ZException">The program has no add-on for its scheme, or the store refuses the address.</exception>
    public static RemoteStore For(string address)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        var scheme = SchemeOf(address) ?? throw new ArgumentException("it is a path, and no address", nameof(address));
        if (!Stores.TryGetValue(scheme, out var store))
            throw new C1ZException(C1ZError.Configuration, Missing(scheme));
        store.CheckAddress(address);
        return store;
    }

    /// <summary>Refuses an address that is not well-formed, without asking anybody.</summary>
    /// <param name="address">The address.</param>
    /// <exception cref="C1ZException">What is wrong with it; without what may be a secret in it.</exception>
    public abstract void CheckAddress(string address);

    /// <summary>Finds out whether there can be a file at the address later, before hours of work are spent on one.</summary>
    /// <param name="address">The address.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="C1ZException">It could not be written.</exception>
    public abstract Task CheckWritableAsync(string address, CancellationToken cancellationToken);

    /// <summary>Finds out which version is at an address, without its content.</summary>
    /// <param name="address">The address.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>What <see cref="FetchAsync"/> says of the same content; null when there is nothing.</returns>
    /// <exception cref="C1ZException">It could not be found out.</exception>
    public abstract Task<string?> FindVersionAsync(string address, CancellationToken cancellationToken);

    /// <summary>Copies what is at an address into a new file.</summary>
    /// <param name="address">The address.</param>
    /// <param name="path">A file that does not exist yet.</param>
    /// <param name="maxBytes">What may be copied at most.</param>
    /// <param name="cancellationToken">Stops the copying.</param>
    /// <returns>Its version, which is another one whenever somebody replaced it; null when there is nothing, and then no file either.</returns>
    /// <exception cref="C1ZException">It could not be read.</exception>
    public abstract Task<string?> FetchAsync(string address, string path, long maxBytes, CancellationToken cancellationToken);

    /// <summary>Puts a file at an address, in one step: readers see the old one or the new one.</summary>
    /// <param name="address">The address.</param>
    /// <param name="path">The file.</param>
    /// <param name="version">The version that it takes the place of; null when there was none.</param>
    /// <param name="cancellationToken">Stops it; the old one stays.</param>
    /// <returns>The new version; null, with nothing changed, when another one than the expected is there.</returns>
    /// <exception cref="C1ZException">It could not be written; the old one is as it was.</exception>
    public abstract Task<string?> ReplaceAsync(string address, string path, string? version, CancellationToken cancellationToken);

    // A single letter is a drive.
    static string? SchemeOf(string? path)
    {
        var end = path?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        return end > 1 && path.AsSpan(0, end).IndexOfAnyExcept(SchemeCharacters) < 0 ? path![..end] : null;
    }

    static string Missing(string scheme) => string.Equals(scheme, "s3", StringComparison.OrdinalIgnoreCase)
        ? "this program cannot use s3:// addresses: add the package Baton.S3 to its project (dotnet add package Baton.S3), or name a file"
        : $"this program cannot use {scheme}:// addresses, only files" + string.Concat(Stores.Keys.Order().Select(static s => $" and {s}:// addresses"));
}
