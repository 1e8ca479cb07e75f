using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Baton.Transport;

/// <summary>The body of a call: one message after the other, each sent before the next is made.</summary>
sealed class RpcContent : HttpContent
{
    readonly IAsyncEnumerable<IMessage> _messages;

    public RpcContent(IAsyncEnumerable<IMessage> messages)
    {
        _messages = messages;
        Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
    }

    /// <summary>What went wrong where the messages come from, rather than on the way.</summary>
    public Exception? SourceFailure { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var messages = _messages.GetAsyncEnumerator(cancellationToken);
        await using var _ = messages.ConfigureAwait(false);
        while (await NextAsync(messages).ConfigureAwait(false))
            await RpcFrames.WriteAsync(stream, messages.Current, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    async ValueTask<bool> NextAsync(IAsyncEnumerator<IMessage> messages)
    {
        try
        {
            return await messages.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            SourceFailure = e;
            throw;
        }
    }
}
