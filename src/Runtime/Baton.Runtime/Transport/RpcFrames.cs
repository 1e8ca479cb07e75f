using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;

namespace Baton.Transport;

/// <summary>Messages on the wire: a byte that says whether it is compressed, four for the length, and the message.</summary>
static class RpcFrames
{
    public const int MaxMessageBytes = 4 << 20;

    const int PrefixBytes = 5;

    /// <summary>Sends a message, in one piece.</summary>
    public static async ValueTask WriteAsync(Stream stream, IMessage message, CancellationToken cancellationToken)
    {
        var size = message.CalculateSize();
        var frame = ArrayPool<byte>.Shared.Rent(PrefixBytes + size);
        try
        {
            frame[0] = 0;
            BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), size);
            message.WriteTo(frame.AsSpan(PrefixBytes, size));
            await stream.WriteAsync(frame.AsMemory(0, PrefixBytes + size), cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(frame);
        }
    }

    /// <summary>The next message; null at the end.</summary>
    /// <exception cref="RpcException">It is too large, compressed, or cut off.</exception>
    public static async ValueTask<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var prefix = new byte[PrefixBytes];
        var got = await stream.ReadAtLeastAsync(prefix, PrefixBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (got == 0)
            return null;
        if (got < PrefixBytes)
            throw CutOff();
        if (prefix[0] != 0)
            throw new RpcException(ErrorCode.Internal, "the server sent a compressed message, although none was asked for");
        var size = BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(1));
        if (size > MaxMessageBytes)
            throw new RpcException(ErrorCode.ResourceExhausted, $"received message larger than max ({size} vs. {MaxMessageBytes})");
        var message = new byte[size];
        got = await stream.ReadAtLeastAsync(message, message.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return got == message.Length ? message : throw CutOff();
    }

    static RpcException CutOff() => new(ErrorCode.Internal, "the server's answer is cut off");
}
