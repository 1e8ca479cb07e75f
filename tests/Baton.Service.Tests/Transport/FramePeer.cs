using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;

namespace Baton.Service.Tests.Transport;

/// <summary>A frame of HTTP/2.</summary>
readonly record struct Frame(FrameKind Kind, byte Flags, int Stream, byte[] Payload)
{
    public const byte EndStream = 1;
    public const byte Ack = 1;
    public const byte EndHeaders = 4;
    public const byte Padded = 8;

    public bool Has(byte flag) => (Flags & flag) != 0;
}

/// <summary>What a frame is.</summary>
public enum FrameKind : byte
{
    Data,
    Headers,
    Priority,
    Reset,
    Settings,
    PushPromise,
    Ping,
    GoAway,
    WindowUpdate,
    Continuation,
}

/// <summary>The server's end of a connection, frame by frame.</summary>
sealed class FramePeer(Stream stream)
{
    public const ushort MaxConcurrentStreams = 3;
    public const ushort InitialWindowSize = 4;

    static readonly (string Name, string Value)[] Head = [(":status", "200"), ("content-type", "application/grpc")];

    /// <summary>Pings of the client, which were answered.</summary>
    public int Pings { get; private set; }

    public async Task OpenAsync(params (ushort Id, uint Value)[] settings)
    {
        await stream.ReadExactlyAsync(new byte["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".Length]);
        var payload = new byte[settings.Length * 6];
        for (var i = 0; i < settings.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(payload.AsSpan(i * 6), settings[i].Id);
            BinaryPrimitives.WriteUInt32BigEndian(payload.AsSpan(i * 6 + 2), settings[i].Value);
        }
        await SendAsync(FrameKind.Settings, 0, 0, payload);
    }

    /// <summary>The next frame that is not about the connection itself.</summary>
    public async Task<Frame> NextAsync()
    {
        while (true)
        {
            var head = new byte[9];
            await stream.ReadExactlyAsync(head);
            var payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
            await stream.ReadExactlyAsync(payload);
            var frame = new Frame((FrameKind)head[3], head[4], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)), payload);
            if (frame.Kind is FrameKind.Data or FrameKind.Headers or FrameKind.Reset or FrameKind.GoAway)
                return frame;
            if (frame.Has(Frame.Ack) || frame.Kind is not (FrameKind.Settings or FrameKind.Ping))
                continue;
            Pings += frame.Kind == FrameKind.Ping ? 1 : 0;
            await SendAsync(frame.Kind, Frame.Ack, 0, frame.Kind == FrameKind.Ping ? payload : []);
        }
    }

    /// <summary>Leaves the connection open until the client closes it.</summary>
    public async Task StayAsync()
    {
        while (true)
            await NextAsync();
    }

    /// <summary>The stream of the next call.</summary>
    public async Task<int> CallAsync()
    {
        while (true)
        {
            if (await NextAsync() is { Kind: FrameKind.Headers } frame)
                return frame.Stream;
        }
    }

    /// <summary>The body of a call up to its end, taken in as slowly as the windows say.</summary>
    public async Task<byte[]> BodyAsync(int call)
    {
        using var body = new MemoryStream();
        while (await NextAsync() is var frame)
        {
            Assert.Equal((FrameKind.Data, call), (frame.Kind, frame.Stream));
            body.Write(frame.Payload);
            if (frame.Has(Frame.EndStream))
                break;
            await ConsumeAsync(call, frame.Payload.Length);
        }
        return body.ToArray();
    }

    /// <summary>Lets the client send as many bytes more.</summary>
    public async Task ConsumeAsync(int call, int bytes)
    {
        if (bytes == 0)
            return;
        await SendAsync(FrameKind.WindowUpdate, 0, 0, Number(bytes));
        await SendAsync(FrameKind.WindowUpdate, 0, call, Number(bytes));
    }

    public async Task AnswerAsync(int call, IMessage message)
    {
        await SendAsync(FrameKind.Headers, Frame.EndHeaders, call, Block(Head));
        await SendAsync(FrameKind.Data, 0, call, RawServer.Frame(message));
        await SendAsync(FrameKind.Headers, Frame.EndHeaders | Frame.EndStream, call, Block(("grpc-status", "0")));
    }

    public Task BeginAnswerAsync(int call) => SendAsync(FrameKind.Headers, Frame.EndHeaders, call, Block(Head));

    public Task ResetAsync(int call, int code) => SendAsync(FrameKind.Reset, 0, call, Number(code));

    public Task GoAwayAsync(int lastCall, int code, string why = "") =>
        SendAsync(FrameKind.GoAway, 0, 0, [.. Number(lastCall), .. Number(code), .. Encoding.ASCII.GetBytes(why)]);

    public async Task SendAsync(FrameKind kind, int flags, int call, byte[] payload)
    {
        byte[] head = [(byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, (byte)kind, (byte)flags, .. Number(call)];
        await stream.WriteAsync(head.Concat(payload).ToArray());
    }

    /// <summary>Headers as they are on the wire: each in full, none remembered.</summary>
    public static byte[] Block(params (string Name, string Value)[] headers)
    {
        using var block = new MemoryStream();
        foreach (var (name, value) in headers)
        {
            block.WriteByte(0);
            Write(block, name);
            Write(block, value);
        }
        return block.ToArray();
    }

    static void Write(MemoryStream block, string text)
    {
        const int Prefix = 127;
        block.WriteByte((byte)Math.Min(text.Length, Prefix));
        if (text.Length >= Prefix)
        {
            var rest = text.Length - Prefix;
            for (; rest >= 128; rest >>= 7)
                block.WriteByte((byte)((rest & 127) | 128));
            block.WriteByte((byte)rest);
        }
        block.Write(Encoding.ASCII.GetBytes(text));
    }

    static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
