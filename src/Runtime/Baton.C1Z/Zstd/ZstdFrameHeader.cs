using System.Buffers.Binary;

namespace Baton.C1Z.Zstd;

/// <summary>What a zstd frame says about itself (RFC 8878, section 3.1.1.1), read before anything is decoded.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Window">Bytes of memory that decoding needs.</param>
/// <param name="ContentSize">Declared content size, or null.</param>
/// <param name="IsSingleSegment">The whole content is the window.</param>
readonly record struct ZstdFrameHeader(ZstdFrameKind Kind, ulong Window = 0, ulong? ContentSize = null, bool IsSingleSegment = false)
{
    /// <summary>The longest header.</summary>
    public const int MaxLength = 18;

    const uint Magic = 0xFD2FB528;
    const uint SkippableMagic = 0x184D2A50;

    /// <summary>Reads the header at the start of <paramref name="bytes"/>.</summary>
    public static ZstdFrameHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
            return new(MayBecomeFrame(bytes) ? ZstdFrameKind.Incomplete : ZstdFrameKind.None);
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        if ((magic & 0xFFFFFFF0) == SkippableMagic)
            return new(bytes.Length < 8 ? ZstdFrameKind.Incomplete : ZstdFrameKind.Skippable);
        if (magic != Magic)
            return new(ZstdFrameKind.None);
        if (bytes.Length < 5)
            return new(ZstdFrameKind.Incomplete);

        var descriptor = bytes[4];
        var isSingle = (descriptor & 0x20) != 0;
        var windowLength = isSingle ? 0 : 1;
        var dictionaryLength = (descriptor & 3) switch { 3 => 4, var n => n };
        var sizeLength = (descriptor >> 6) switch { 0 => isSingle ? 1 : 0, 1 => 2, 2 => 4, _ => 8 };
        if (bytes.Length < 5 + windowLength + dictionaryLength + sizeLength)
            return new(ZstdFrameKind.Incomplete);

        ulong? size = sizeLength == 0 ? null : ContentSizeOf(bytes.Slice(5 + windowLength + dictionaryLength, sizeLength));
        return new(ZstdFrameKind.Content, isSingle ? size!.Value : WindowOf(bytes[5]), size, isSingle);
    }

    static bool MayBecomeFrame(ReadOnlySpan<byte> bytes) =>
        ((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F]).StartsWith(bytes) || ((bytes[0] & 0xF0) == 0x50 && ((ReadOnlySpan<byte>)[0x2A, 0x4D]).StartsWith(bytes[1..]));

    static ulong WindowOf(byte descriptor)
    {
        var size = 1UL << (10 + (descriptor >> 3));
        return size + (size / 8 * (descriptor & 7u));
    }

    static ulong ContentSizeOf(ReadOnlySpan<byte> field) => field.Length switch
    {
        1 => field[0],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(field) + 256UL,
        4 => BinaryPrimitives.ReadUInt32LittleEndian(field),
        _ => BinaryPrimitives.ReadUInt64LittleEndian(field),
    };
}
