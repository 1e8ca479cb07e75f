using Baton.C1Z.Envelope;

namespace Baton.C1Z;

/// <summary>Tells whether a c1z is still the one that was read, without reading it.</summary>
public static class C1ZVersion
{
    /// <summary>Something that is another text whenever somebody replaced what is at a path: its length, time and last bytes; of an object its ETag.</summary>
    /// <param name="path">The file; or an address, when the program has a <see cref="RemoteStore"/> for it.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>Null while there is nothing.</returns>
    /// <exception cref="C1ZException">Nobody could tell.</exception>
    public static async ValueTask<string?> FindAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (RemoteStore.IsAddress(path))
            return await RemoteStore.For(path).FindVersionAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            using var place = new LocalPlace(path);
            return place.Version;
        }
        catch (Exception e) when (FileFailure.Is(e))
        {
            throw new C1ZException(C1ZError.InputOutput, $"cannot read {path}: {e.Message}", e);
        }
    }
}
