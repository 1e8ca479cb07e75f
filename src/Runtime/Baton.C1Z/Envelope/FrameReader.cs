using Baton.C1Z.Zstd;

namespace Baton.C1Z.Envelope;

/// <summary>Decompresses all frames of a payload under the limits of the options.</summary>
sealed class FrameReader(Stream source, string path, C1ZOptions options) : IDisposable
{
    const int BufferSize = 128 << 10;
    const long LargestWindow = 512L << 20;

    readonly ZstdDecompressor _decompressor = new();
    readonly byte[] _input = new byte[BufferSize];
    readonly byte[] _output = new byte[BufferSize];
    int _start;
    int _end;
    long _total;

    /// <summary>Writes the whole content.</summary>
    /// <returns>Its size.</returns>
    public long CopyTo(Stream target, CancellationToken cancellationToken)
    {
        for (var isFirst = true; NextFrame(isFirst); isFirst = false)
            CopyFrame(target, cancellationToken);
        return _total;
    }

    public void Dispose() => _decompressor.Dispose();

    bool NextFrame(bool isFirst)
    {
        Fill(ZstdFrameHeader.MaxLength);
        if (_start == _end)
            return false;
        var header = ZstdFrameHeader.Read(_input.AsSpan(_start, _end - _start));
        switch (header.Kind)
        {
            case ZstdFrameKind.Incomplete:
                throw Truncated();
            case ZstdFrameKind.None when isFirst:
                throw Corrupt("it is not zstd data");
            case ZstdFrameKind.None:
                throw new C1ZException(C1ZError.TrailingData, $"{path} has bytes behind its payload; produce the file again");
            case ZstdFrameKind.Content:
                CheckLimits(header);
                break;
        }
        return true;
    }

    void CheckLimits(ZstdFrameHeader header)
    {
        if (options.CheckDeclaredSize && header.ContentSize is { } size && size > (ulong)(options.MaxDecodedBytes - _total))
        {
            throw new C1ZException(
                C1ZError.TooLarge,
                $"{path}: declared decoded size {size} exceeds cap {options.MaxDecodedBytes}; raise BATON_DECODER_MAX_DECODED_SIZE_MB if you trust the file");
        }
        var limit = Math.Min(options.MaxWindowBytes, LargestWindow);
        if (header.Window > (ulong)limit)
        {
            throw new C1ZException(
                C1ZError.WindowTooLarge,
                $"{path}: decoding needs {header.Window} bytes of memory{(header.IsSingleSegment ? " (single segment)" : "")} and {limit} are allowed; "
                    + "raise BATON_DECODER_MAX_MEMORY_MB (at most 512) if you trust the file");
        }
    }

    void CopyFrame(Stream target, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Fill(1);
            ReadOnlySpan<byte> input = _input.AsSpan(_start, _end - _start);
            bool isComplete;
            int written;
            try
            {
                isComplete = _decompressor.Decompress(ref input, _output, out written);
            }
            catch (ZstdException e)
            {
                throw Corrupt(e.Message, e);
            }
            var isStuck = written == 0 && input.Length == _end - _start;
            _start = _end - input.Length;
            Write(target, _output.AsSpan(0, written));
            if (isComplete)
                return;
            if (isStuck)
                throw Truncated();
        }
    }

    void Write(Stream target, ReadOnlySpan<byte> content)
    {
        _total += content.Length;
        if (_total > options.MaxDecodedBytes)
        {
            throw new C1ZException(
                C1ZError.TooLarge,
                $"{path}: max decoded size exceeded: there are more than {options.MaxDecodedBytes} bytes; raise BATON_DECODER_MAX_DECODED_SIZE_MB if you trust the file");
        }
        target.Write(content);
    }

    // Makes at least so many bytes available, unless the file ends before.
    void Fill(int atLeast)
    {
        if (_end - _start >= atLeast)
            return;
        _input.AsSpan(_start, _end - _start).CopyTo(_input);
        (_start, _end) = (0, _end - _start);
        _end += source.ReadAtLeast(_input.AsSpan(_end), atLeast - _end, throwOnEndOfStream: false);
        options.Progress?.Report(new(source.Position, source.Length));
    }

    C1ZException Truncated() => new(C1ZError.Truncated, $"{path} ends in the middle of its payload; copy or produce the file again");

    C1ZException Corrupt(string detail, Exception? cause = null) =>
        new(C1ZError.CorruptPayload, $"the payload of {path} is damaged: {detail}; copy or produce the file again", cause);
}
