namespace Baton.C1Z.Envelope;

/// <summary>Unpacks a c1z into a database file.</summary>
static class EnvelopeReader
{
    /// <summary>Writes the database inside the c1z to a new file. Nothing else is touched.</summary>
    /// <returns>Size of the database; zero for a c1z without content.</returns>
    public static long Unpack(C1ZPlace place, string database, C1ZOptions options, CancellationToken cancellationToken)
    {
        using var source = OpenSource(place);
        CheckMagic(source, place.Name);
        try
        {
            using var target = new FileStream(database, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            try
            {
                using var frames = new FrameReader(source, place.Name, options);
                return frames.CopyTo(target, cancellationToken);
            }
            catch
            {
                target.Dispose();
                File.Delete(database);
                throw;
            }
        }
        catch (Exception e) when (FileFailure.Is(e))
        {
            throw new C1ZException(
                C1ZError.InputOutput, $"cannot unpack {place.Name}: {e.Message}; the disk may be full, choose another directory with --c1z-temp-dir or BATON_TMPDIR", e);
        }
    }

    static FileStream OpenSource(C1ZPlace place)
    {
        try
        {
            return new FileStream(place.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new C1ZException(C1ZError.NotFound, $"there is no file {place.Name}", e);
        }
        catch (UnauthorizedAccessException e) when (Directory.Exists(place.Path))
        {
            throw new C1ZException(C1ZError.InputOutput, $"{place.Name} is a directory; name the file in it", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new C1ZException(C1ZError.InputOutput, $"cannot read {place.Name}: {e.Message}", e);
        }
    }

    static void CheckMagic(FileStream source, string name)
    {
        Span<byte> magic = stackalloc byte[Magic.Length];
        var length = source.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        if (length == 0)
            throw new C1ZException(C1ZError.Empty, $"{name} is empty; run the connector to produce it");
        if (length < magic.Length)
            throw new C1ZException(C1ZError.Truncated, $"{name} ends after {length} bytes; produce the file again");
        if (magic.SequenceEqual(Magic.V3))
            throw PebbleManifest.Unsupported(source, name);
        if (!magic.SequenceEqual(Magic.V1))
            throw new C1ZException(C1ZError.NotC1Z, $"{name} is not a c1z file: it does not begin with \"C1ZF\"");
    }
}
