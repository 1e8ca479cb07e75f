namespace Baton.C1Z;

/// <summary>Where a c1z is: what it is called, and the file of this machine with its content, which may be a copy.</summary>
abstract class C1ZPlace(string name, string path) : IDisposable
{
    /// <summary>What the user calls it, and so do messages.</summary>
    public string Name { get; } = name;

    /// <summary>The file with its content; missing while there is none.</summary>
    public string Path { get; } = path;

    /// <summary>The same for everybody who works on this c1z, and on no other.</summary>
    public abstract string Identity { get; }

    /// <summary>Something that is different when the content was replaced.</summary>
    public abstract string State { get; }

    /// <summary>Whether somebody else replaced the content while this program worked on it.</summary>
    public virtual bool IsOvertaken => false;

    /// <summary>Makes what is in the file now the content for everybody.</summary>
    public virtual Task PublishAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public abstract void Dispose();

    /// <summary>A place to read from.</summary>
    /// <exception cref="C1ZException">There is nothing at the address, or it cannot be had.</exception>
    public static async ValueTask<C1ZPlace> ForReadingAsync(string path, C1ZOptions options, CancellationToken cancellationToken) =>
        RemoteStore.IsAddress(path)
            ? await RemotePlace.OpenAsync(path, options, isWritten: false, cancellationToken).ConfigureAwait(false)
            : new LocalPlace(path);

    /// <summary>A place to write to.</summary>
    /// <exception cref="C1ZException">What is at the address cannot be had, or not be replaced later.</exception>
    public static async ValueTask<C1ZPlace> ForWritingAsync(string path, C1ZOptions options, CancellationToken cancellationToken) =>
        RemoteStore.IsAddress(path)
            ? await RemotePlace.OpenAsync(path, options, isWritten: true, cancellationToken).ConfigureAwait(false)
            : new LocalPlace(path);
}
