using Baton.Protocol;
using Baton.Protocol.Rpc;
using Baton.Protocol.Service.V1;
using Baton.Transport;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;
using Task = System.Threading.Tasks.Task;

namespace Baton.Service.Tests.Transport;

public sealed class ChannelTests
{
    static readonly BatonServiceGetTaskResponse Answer = new() { NextPoll = TimeSpan.FromSeconds(7).ToDuration() };

    [Fact]
    public async Task A_call_has_the_headers_of_gRPC_and_one_message()
    {
        Dictionary<string, string> headers = [];
        byte[] body = [];
        await using var server = await RawServer.StartAsync(async context =>
        {
            headers = context.Request.Headers.ToDictionary(static h => h.Key.ToLowerInvariant(), static h => h.Value.ToString());
            headers["path"] = context.Request.Path.Value!;
            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy);
            body = copy.ToArray();
            await RawServer.AnswerAsync(context, RawServer.Frame(Answer));
        });
        Assert.Equal(Answer, await server.CallAsync());
        Assert.Equal("/c1.connectorapi.baton.v1.BatonService/GetTask", headers["path"]);
        Assert.Equal("application/grpc", headers["content-type"]);
        Assert.Equal("trailers", headers["te"]);
        Assert.Equal("60000m", headers["grpc-timeout"]);
        Assert.Equal("tester/1 baton", headers["user-agent"]);
        Assert.Equal("Bearer t", headers["authorization"]);
        Assert.Equal(RawServer.Frame(new BatonServiceGetTaskRequest { HostId = "h" }), body);
    }

    [Theory]
    [InlineData("5", "not%20here%3A%20%E2%82%AC%", ErrorCode.NotFound, "not here: €%")]
    [InlineData("14", "plain", ErrorCode.Unavailable, "plain")]
    [InlineData("99", "", ErrorCode.Unknown, "")]
    [InlineData("x", "", ErrorCode.Unknown, "the server's status is no number")]
    public async Task A_status_in_the_headers_is_understood(string status, string message, ErrorCode code, string text)
    {
        await using var server = await RawServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = status;
            context.Response.Headers["grpc-message"] = message;
            return Task.CompletedTask;
        });
        var failure = await Assert.ThrowsAsync<RpcException>(() => server.CallAsync());
        Assert.Equal((code, text), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task A_status_behind_the_message_counts_and_has_details()
    {
        var detail = new ErrorInfo { Reason = "why", Domain = "d" };
        var status = new Status { Code = 9, Message = "m", Details = { detail.ToAny() } };
        await using var server = await RawServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/grpc+proto";
            await context.Response.Body.WriteAsync(RawServer.Frame(Answer));
            context.Response.AppendTrailer("grpc-status", "9");
            context.Response.AppendTrailer("grpc-message", "state");
            context.Response.AppendTrailer("grpc-status-details-bin", Convert.ToBase64String(status.ToByteArray()).TrimEnd('='));
        });
        var failure = await Assert.ThrowsAsync<RpcException>(() => server.CallAsync());
        Assert.Equal((ErrorCode.FailedPrecondition, "state"), (failure.Code, failure.Message));
        Assert.Equal(detail, Assert.Single(failure.Details).Unpack<ErrorInfo>());
    }

    [Theory]
    [InlineData(401, ErrorCode.Unauthenticated)]
    [InlineData(403, ErrorCode.PermissionDenied)]
    [InlineData(404, ErrorCode.Unimplemented)]
    [InlineData(429, ErrorCode.Unavailable)]
    [InlineData(503, ErrorCode.Unavailable)]
    [InlineData(500, ErrorCode.Unknown)]
    public async Task An_answer_of_something_in_between_is_understood(int http, ErrorCode code)
    {
        await using var server = await RawServer.StartAsync(context =>
        {
            context.Response.StatusCode = http;
            return Task.CompletedTask;
        });
        Assert.Equal(code, (await Assert.ThrowsAsync<RpcException>(() => server.CallAsync())).Code);
    }

    public static TheoryData<string, ErrorCode> Malformed => new()
    {
        { "html", ErrorCode.Unknown },
        { "too large", ErrorCode.ResourceExhausted },
        { "compressed", ErrorCode.Internal },
        { "cut off", ErrorCode.Internal },
        { "two", ErrorCode.Internal },
        { "none", ErrorCode.Internal },
        { "no status", ErrorCode.Unavailable },
        { "not protobuf", ErrorCode.Internal },
        { "abort", ErrorCode.Unavailable },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_answer_is_an_error_with_a_code(string kind, ErrorCode code)
    {
        await using var server = await RawServer.StartAsync(async context =>
        {
            switch (kind)
            {
                case "html":
                    context.Response.ContentType = "text/html";
                    await context.Response.Body.WriteAsync("<html>"u8.ToArray());
                    break;
                case "too large":
                    await RawServer.AnswerAsync(context, [0, 0, 0x40, 0, 1]);
                    break;
                case "compressed":
                    await RawServer.AnswerAsync(context, RawServer.Frame(Answer, flag: 1));
                    break;
                case "cut off":
                    await RawServer.AnswerAsync(context, RawServer.Frame(Answer)[..^1]);
                    break;
                case "two":
                    await RawServer.AnswerAsync(context, RawServer.Frame(Answer), RawServer.Frame(Answer));
                    break;
                case "none":
                    await RawServer.AnswerAsync(context);
                    break;
                case "no status":
                    context.Response.ContentType = "application/grpc";
                    await context.Response.Body.WriteAsync(RawServer.Frame(Answer));
                    break;
                case "not protobuf":
                    await RawServer.AnswerAsync(context, [0, 0, 0, 0, 1, 0xff]);
                    break;
                default:
                    context.Abort();
                    break;
            }
        });
        Assert.Equal(code, (await Assert.ThrowsAsync<RpcException>(() => server.CallAsync())).Code);
    }

    [Fact]
    public async Task The_largest_message_that_is_allowed_arrives()
    {
        var large = new BatonServiceGetTaskResponse { Task = new() { Id = new string('x', RpcFrames.MaxMessageBytes - 20) } };
        await using var server = await RawServer.StartAsync(context => RawServer.AnswerAsync(context, RawServer.Frame(large)));
        Assert.Equal(large, await server.CallAsync());
    }

    [Fact]
    public async Task Giving_up_is_a_cancellation_that_the_server_hears_of()
    {
        var heard = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        await using var server = await RawServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(heard.SetResult);
            await stop.CancelAsync();
            await heard.Task;
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.CallAsync(stop.Token));
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_after_the_limit()
    {
        var time = new FakeTime { Skips = false };
        var release = new TaskCompletionSource();
        await using var server = await RawServer.StartAsync(
            async context =>
            {
                time.Advance(TimeSpan.FromSeconds(61));
                await release.Task;
            },
            time);
        var failure = await Assert.ThrowsAsync<RpcException>(() => server.CallAsync());
        Assert.Equal((ErrorCode.DeadlineExceeded, "GetTask: no answer within 60 s"), (failure.Code, failure.Message));
        release.SetResult();
    }

    [Fact]
    public async Task Nobody_there_is_unavailable()
    {
        using var channel = new RpcChannel(new Uri("http://127.0.0.1:1"), "t", new HttpMessageInvoker(RpcHandler.Create()), TimeProvider.System);
        var failure = await Assert.ThrowsAsync<RpcException>(
            () => channel.CallAsync(BatonMethods.GetTask, RawServer.One(new BatonServiceGetTaskRequest()), "Bearer t", default));
        Assert.Equal(ErrorCode.Unavailable, failure.Code);
        Assert.StartsWith("GetTask: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_goes_and_comes_back_is_found_again()
    {
        var connections = new HashSet<string>();
        var count = 0;
        await using var server = await RawServer.StartAsync(async context =>
        {
            connections.Add(context.Connection.Id);
            if (++count == 2)
                context.Abort();
            else
                await RawServer.AnswerAsync(context, RawServer.Frame(Answer));
        });
        Assert.Equal(Answer, await server.CallAsync());
        await Assert.ThrowsAsync<RpcException>(() => server.CallAsync());
        Assert.Equal(Answer, await server.CallAsync());
        Assert.Equal(Answer, await server.CallAsync());
        Assert.InRange(connections.Count, 1, 2); // one at a time, not one a call
    }

    [Fact]
    public async Task A_source_that_fails_is_told_apart_from_the_line()
    {
        await using var server = await RawServer.StartAsync(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            await RawServer.AnswerAsync(context, RawServer.Frame(new BatonServiceUploadAssetResponse()));
        });
        var failure = await Assert.ThrowsAsync<RpcException>(() => server.Channel.CallAsync(BatonMethods.UploadAsset, Broken(), "Bearer t", default));
        Assert.Equal((ErrorCode.Internal, "UploadAsset: the disk is gone"), (failure.Code, failure.Message));

        static async IAsyncEnumerable<IMessage> Broken()
        {
            await Task.CompletedTask;
            yield return new BatonServiceUploadAssetRequest { Metadata = new() { HostId = "h" } };
            throw new InvalidDataException("the disk is gone");
        }
    }

    [Fact]
    public async Task A_server_may_refuse_before_the_upload_is_complete()
    {
        await using var server = await RawServer.StartAsync(async context =>
        {
            await context.Request.Body.ReadExactlyAsync(new byte[1000]);
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = "7";
            context.Response.Headers["grpc-message"] = "no more";
        });
        var failure = await Assert.ThrowsAsync<RpcException>(() => server.Channel.CallAsync(BatonMethods.UploadAsset, Endless(), "Bearer t", default));
        Assert.Equal((ErrorCode.PermissionDenied, "no more"), (failure.Code, failure.Message));

        static async IAsyncEnumerable<IMessage> Endless()
        {
            while (true)
            {
                await Task.Yield();
                yield return new BatonServiceUploadAssetRequest { Data = new() { Data = ByteString.CopyFrom(new byte[1 << 16]) } };
            }
        }
    }
}
