namespace Baton.C1Z.Zstd;

/// <summary>Decompresses frames one after the other. The caller has checked each frame's window.</summary>
sealed unsafe class ZstdDecompressor : ZstdContext
{
    public ZstdDecompressor()
        : base(ZstdNative.CreateDecompressor) =>
        Check(ZstdNative.SetParameter(handle, DecompressorParameter.WindowLogMax, 30));

    /// <summary>Takes some of <paramref name="input"/> and gives some output.</summary>
    /// <param name="input">Compressed bytes; the part that was taken is cut off.</param>
    /// <param name="output">Receives content.</param>
    /// <param name="written">How much of the output was used.</param>
    /// <returns>Whether the frame is complete and all its content was given.</returns>
    public bool Decompress(ref ReadOnlySpan<byte> input, Span<byte> output, out int written)
    {
        fixed (byte* from = input, to = output)
        {
            var source = new NativeBuffer(from, input.Length);
            var target = new NativeBuffer(to, output.Length);
            var left = Check(ZstdNative.Decompress(handle, &target, &source));
            input = input[(int)source.Position..];
            written = (int)target.Position;
            return left == 0;
        }
    }

    protected override bool ReleaseHandle() => ZstdNative.FreeDecompressor(handle) == 0;
}
