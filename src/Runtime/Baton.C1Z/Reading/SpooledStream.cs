using Baton.C1Z.Envelope;

namespace Baton.C1Z;

/// <summary>What a stream holds, as a file of our own: unpacking needs to be able to fail before anything is seen of it.</summary>
sealed class SpooledStream : IDisposable
{
    readonly TempFolder _folder;

    SpooledStream(TempFolder folder) => _folder = folder;

    public string Path => System.IO.Path.Combine(_folder.Path, "stream.c1z");

    public static async ValueTask<SpooledStream> ReadAsync(Stream stream, string name, C1ZOptions options, CancellationToken cancellationToken)
    {
        var spool = new SpooledStream(TempFolder.Create(options.TempDirectory));
        try
        {
            await spool.FillAsync(stream, name, options.MaxDecodedBytes, cancellationToken).ConfigureAwait(false);
            return spool;
        }
        catch (Exception e)
        {
            spool.Dispose();
            if (FileFailure.Is(e))
                throw new C1ZException(C1ZError.InputOutput, $"cannot read {name}: {e.Message}", e);
            throw;
        }
    }

    public void Dispose() => _folder.Dispose();

    async Task FillAsync(Stream stream, string name, long limit, CancellationToken cancellationToken)
    {
        var file = new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        await using (file.ConfigureAwait(false))
        {
            var buffer = new byte[64 << 10];
            long total = 0;
            while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                total += read;
                if (total > limit)
                    throw new C1ZException(C1ZError.TooLarge, $"{name} is longer than {limit} bytes, which is more than the database inside may have");
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
