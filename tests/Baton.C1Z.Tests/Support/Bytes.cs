using System.Buffers.Binary;

namespace Baton.C1Z.Tests;

/// <summary>zstd frames built by hand, from the format's description: raw and run-length blocks need no compressor.</summary>
static class Bytes
{
    const int LargestBlock = 128 << 10;

    public static byte[] Magic => "C1ZF\0"u8.ToArray();

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    /// <summary>A frame with a window descriptor, and the content size only when it is given.</summary>
    public static byte[] Frame(byte[] content, ulong? declared = null, byte window = 0x70) =>
        Join([0x28, 0xB5, 0x2F, 0xFD], Header(declared, window), Blocks(content));

    /// <summary>A frame whose window is its content.</summary>
    public static byte[] SingleSegment(byte[] content, ulong declared) =>
        Join([0x28, 0xB5, 0x2F, 0xFD, 0xE0], UInt64(declared), Blocks(content));

    /// <summary>A frame that expands to so many zero blocks of 128 KiB.</summary>
    public static byte[] Bomb(int blocks, ulong? declared = null) => Join(
        [0x28, 0xB5, 0x2F, 0xFD],
        Header(declared, 0x70),
        [.. Enumerable.Range(0, blocks).SelectMany(i => Join(Block(i == blocks - 1, 1, LargestBlock), [0]))]);

    public static byte[] Skippable(byte[] content) => Join([0x50, 0x2A, 0x4D, 0x18], UInt32((uint)content.Length), content);

    public static byte[] UInt64(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return bytes;
    }

    static byte[] UInt32(uint value) => UInt64(value)[..4];

    static byte[] Header(ulong? declared, byte window) => declared is { } size ? Join([0xC0, window], UInt64(size)) : [0x00, window];

    static byte[] Blocks(byte[] content)
    {
        if (content.Length == 0)
            return Block(isLast: true, 0, 0);
        var chunks = content.Chunk(LargestBlock).ToArray();
        return Join([.. chunks.Select((chunk, i) => Join(Block(i == chunks.Length - 1, 0, chunk.Length), chunk))]);
    }

    static byte[] Block(bool isLast, int type, int size) => UInt32((uint)((size << 3) | (type << 1) | (isLast ? 1 : 0)))[..3];
}
