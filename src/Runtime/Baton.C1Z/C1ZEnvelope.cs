using Baton.C1Z.Envelope;

namespace Baton.C1Z;

/// <summary>The outer layer of a c1z: a magic, and a SQLite database compressed with zstd.</summary>
public static class C1ZEnvelope
{
    /// <summary>Writes the database inside a c1z, as it is, to a new file.</summary>
    /// <param name="path">The c1z.</param>
    /// <param name="databasePath">A file that does not exist; removed again when unpacking fails.</param>
    /// <param name="options">Limits; null for those of the environment.</param>
    /// <param name="cancellationToken">Stops the unpacking.</param>
    /// <returns>Size of the database; zero for a c1z without content.</returns>
    /// <exception cref="C1ZException">The file is damaged or too large, or not a c1z of format v1.</exception>
    public static async ValueTask<long> UnpackAsync(
        string path, string databasePath, C1ZOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(databasePath);
        options ??= C1ZOptions.FromEnvironment();
        using var place = await C1ZPlace.ForReadingAsync(path, options, cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => EnvelopeReader.Unpack(place, databasePath, options, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Packs a database, which nobody else may have open, into a c1z.</summary>
    /// <param name="databasePath">The database.</param>
    /// <param name="path">The c1z; replaced in one step.</param>
    /// <param name="cancellationToken">Stops the packing; the file is then as it was.</param>
    /// <exception cref="C1ZException">The file could not be written.</exception>
    public static async ValueTask<SavedFile> PackAsync(string databasePath, string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(databasePath);
        return await Task.Run(() => EnvelopeWriter.Pack(databasePath, path, cancellationToken), cancellationToken).ConfigureAwait(false);
    }
}
