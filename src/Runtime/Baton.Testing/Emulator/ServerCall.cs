using System.Buffers.Binary;
using System.Globalization;
using Baton.Protocol.Validation;
using Baton.Transport;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Baton.Testing;

/// <summary>The server's side of a call of gRPC.</summary>
sealed class ServerCall(HttpContext context)
{
    public string Method { get; } = context.Request.Path.Value?.Split('/') is ["", _, var name] ? name : "";

    public CancellationToken Aborted => context.RequestAborted;

    public void Abort() => context.Abort();

    /// <summary>The next request.</summary>
    /// <exception cref="RuleViolationException">It breaks the rules of the protocol.</exception>
    public async Task<T?> ReadAsync<T>(MessageParser<T> parser)
        where T : class, IMessage<T>
    {
        if (await RpcFrames.ReadAsync(context.Request.Body, context.RequestAborted).ConfigureAwait(false) is not { } bytes)
            return null;
        var message = parser.ParseFrom(bytes);
        WireRules.Ensure(message);
        AnyRules.Ensure(message);
        return message;
    }

    public async Task AnswerAsync(IMessage message)
    {
        context.Response.ContentType = "application/grpc";
        var frame = new byte[5 + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - 5);
        message.WriteTo(frame.AsSpan(5));
        await context.Response.Body.WriteAsync(frame, context.RequestAborted).ConfigureAwait(false);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    public void Fail(ErrorCode code, string message)
    {
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = ((int)code).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["grpc-message"] = Uri.EscapeDataString(message);
    }

    /// <summary>What is wrong with the headers of the call; null for nothing.</summary>
    public string? Problem()
    {
        var headers = context.Request.Headers;
        if (context.Request.Protocol != "HTTP/2" || context.Request.Method != "POST")
            return "not a POST of HTTP/2";
        if (headers["te"] != "trailers")
            return "te is not trailers";
        if (headers.ContentType.ToString() is not { } type || !type.StartsWith("application/grpc", StringComparison.Ordinal))
            return "the content type is not that of gRPC";
        return headers["grpc-timeout"].ToString().Length > 0 ? null : "there is no grpc-timeout";
    }
}
