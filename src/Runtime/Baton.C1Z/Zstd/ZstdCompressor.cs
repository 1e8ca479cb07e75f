namespace Baton.C1Z.Zstd;

/// <summary>Compresses one frame with its content size and a checksum.</summary>
sealed unsafe class ZstdCompressor : ZstdContext
{
    const int Level = 3;
    const int WindowLog = 21; // The level's own, spelt out: readers decode up to 23 in their smallest setting.
    const int Continue = 0;
    const int End = 2;

    public ZstdCompressor(long size)
        : base(ZstdNative.CreateCompressor)
    {
        Check(ZstdNative.SetParameter(handle, CompressorParameter.CompressionLevel, Level));
        Check(ZstdNative.SetParameter(handle, CompressorParameter.ContentSizeFlag, 1));
        Check(ZstdNative.SetParameter(handle, CompressorParameter.ChecksumFlag, 1));
        Check(ZstdNative.SetParameter(handle, CompressorParameter.WindowLog, WindowLog));
        Check(ZstdNative.PledgeSize(handle, (ulong)size));
    }

    /// <summary>Takes some of <paramref name="input"/> and gives some output.</summary>
    /// <param name="input">What to compress; the part that was taken is cut off.</param>
    /// <param name="output">Receives compressed bytes.</param>
    /// <param name="isLast">Whether the content ends with this input.</param>
    /// <param name="written">How much of the output was used.</param>
    /// <returns>Whether the frame is complete.</returns>
    public bool Compress(ref ReadOnlySpan<byte> input, Span<byte> output, bool isLast, out int written)
    {
        fixed (byte* from = input, to = output)
        {
            var source = new NativeBuffer(from, input.Length);
            var target = new NativeBuffer(to, output.Length);
            var left = Check(ZstdNative.Compress(handle, &target, &source, isLast ? End : Continue));
            input = input[(int)source.Position..];
            written = (int)target.Position;
            return isLast && left == 0;
        }
    }

    protected override bool ReleaseHandle() => ZstdNative.FreeCompressor(handle) == 0;
}
