namespace Baton.C1Z.Zstd;

/// <summary>Compresses one frame with its content size and a checksum.</summary>
sealed unsafe class ZstdCompressor : ZstdContext
{
    // Measured on databases of 20 thousand to 5 million grants: smaller than level 3 makes them, in less time. Two rows of a table or an
    // index that look alike are far apart, so that the window counts; readers decode up to 23 in their smallest setting. The hash table
    // is one that stays in the processor's nearest cache. Of little content a second one finds more for next to nothing.
    const int Level = 1;
    const int WindowLog = 22;
    const int MinMatch = 5;
    const int LittleContent = 32 << 20;
    const int Fast = 1;
    const int DoubleFast = 2;
    const int Continue = 0;
    const int End = 2;

    public ZstdCompressor(long size)
        : base(ZstdNative.CreateCompressor)
    {
        var isLittle = size < LittleContent;
        Check(ZstdNative.SetParameter(handle, CompressorParameter.CompressionLevel, Level));
        Check(ZstdNative.SetParameter(handle, CompressorParameter.ContentSizeFlag, 1));
        Check(ZstdNative.SetParameter(handle, CompressorParameter.ChecksumFlag, 1));
        Check(ZstdNative.SetParameter(handle, CompressorParameter.WindowLog, WindowLog));
        Check(ZstdNative.SetParameter(handle, CompressorParameter.HashLog, isLittle ? 16 : 15));
        Check(ZstdNative.SetParameter(handle, CompressorParameter.ChainLog, 16));
        Check(ZstdNative.SetParameter(handle, CompressorParameter.MinMatch, MinMatch));
        Check(ZstdNative.SetParameter(handle, CompressorParameter.Strategy, isLittle ? DoubleFast : Fast));
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
