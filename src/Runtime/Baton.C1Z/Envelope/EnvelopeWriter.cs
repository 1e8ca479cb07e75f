using Baton.C1Z.Zstd;

namespace Baton.C1Z.Envelope;

/// <summary>Packs a database file into a c1z.</summary>
static class EnvelopeWriter
{
    const int BufferSize = 256 << 10;

    /// <summary>Replaces the file at <paramref name="path"/> in one step: readers see the old one or the new one.</summary>
    /// <returns>The sizes.</returns>
    public static SavedFile Pack(string database, string path, CancellationToken cancellationToken)
    {
        using var source = new FileStream(database, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var target = AtomicFile.Create(path);
        try
        {
            target.Stream.Write(Magic.V1);
            Compress(source, target.Stream, cancellationToken);
            var size = target.Stream.Length;
            target.Commit();
            return new SavedFile(source.Length, size);
        }
        catch (Exception e) when (FileFailure.Is(e) || e is ZstdException)
        {
            throw new C1ZException(C1ZError.InputOutput, $"cannot write {path}: {e.Message}; what was there is unchanged. Make room or allow writing there, or choose another file with --file", e);
        }
    }

    static void Compress(FileStream source, FileStream target, CancellationToken cancellationToken)
    {
        var size = source.Length;
        using var compressor = new ZstdCompressor(size);
        var content = new byte[BufferSize];
        var compressed = new byte[BufferSize];
        for (var isComplete = false; !isComplete;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<byte> input = content.AsSpan(0, source.Read(content));
            if (input.IsEmpty && size > 0)
                throw new EndOfStreamException("the database became shorter while it was packed");
            size -= input.Length;
            do
            {
                isComplete = compressor.Compress(ref input, compressed, isLast: size <= 0, out var written);
                target.Write(compressed, 0, written);
            }
            while (!input.IsEmpty || (size <= 0 && !isComplete));
        }
    }
}
