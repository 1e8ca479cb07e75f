using Baton.Protocol.Service.V1;
using Baton.Service.Tests.EndToEnd;
using Baton.Transport;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Task = System.Threading.Tasks.Task;

namespace Baton.Service.Tests.Transport;

/// <summary>What servers of other makes may do, and ours does not.</summary>
public sealed class FrameTests
{
    const int NoError = 0;
    const int RefusedStream = 7;
    const int EnhanceYourCalm = 11;

    static readonly BatonServiceGetTaskResponse Seven = new() { NextPoll = TimeSpan.FromSeconds(7).ToDuration() };
    static readonly BatonServiceUploadAssetResponse Thanks = new();

    [Theory]
    [InlineData(FrameKind.Ping, 8)]
    [InlineData(FrameKind.Settings, 0)]
    [InlineData(FrameKind.Priority, 5)]
    public async Task A_message_may_come_in_pieces_with_other_frames_in_between(FrameKind other, int length)
    {
        await using var server = new FrameServer(async (peer, _) =>
        {
            await peer.OpenAsync();
            var call = await peer.CallAsync();
            await peer.BodyAsync(call);
            await peer.BeginAnswerAsync(call);
            foreach (var b in RawServer.Frame(Seven))
            {
                await peer.SendAsync(FrameKind.Data, Frame.Padded, call, [2, b, 0, 0]);
                await peer.SendAsync(other, 0, other is FrameKind.Ping or FrameKind.Settings ? 0 : call, new byte[length]);
                await peer.SendAsync(FrameKind.Data, 0, call, []);
            }
            // A status in two frames, with names that nobody knows.
            var status = FramePeer.Block(("x-request-id", new string('r', 20_000)), ("grpc-status", "0"), ("x-bin", "AAA"));
            await peer.SendAsync(FrameKind.Headers, Frame.EndStream, call, status[..10_000]);
            await peer.SendAsync(FrameKind.Continuation, Frame.EndHeaders, call, status[10_000..]);
            await peer.StayAsync();
        });
        Assert.Equal(Seven, await CallAsync(server).Soon());
    }

    [Fact]
    public async Task A_status_alone_is_an_answer()
    {
        await using var server = new FrameServer(static async (peer, _) =>
        {
            await peer.OpenAsync();
            var call = await peer.CallAsync();
            var status = FramePeer.Block((":status", "200"), ("grpc-status", "8"), ("grpc-message", "later"));
            await peer.SendAsync(FrameKind.Headers, Frame.EndHeaders | Frame.EndStream, call, status);
            await peer.StayAsync();
        });
        var failure = await Assert.ThrowsAsync<RpcException>(() => CallAsync(server).Soon());
        Assert.Equal((ErrorCode.ResourceExhausted, "later"), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task An_upload_through_a_narrow_window_arrives_whole()
    {
        byte[] body = [];
        await using var server = new FrameServer(async (peer, _) =>
        {
            await peer.OpenAsync((FramePeer.InitialWindowSize, 1000));
            var call = await peer.CallAsync();
            body = await peer.BodyAsync(call);
            await peer.AnswerAsync(call, Thanks);
            await peer.StayAsync();
        });
        var parts = Enumerable.Range(0, 5).Select(Part).ToList();
        Assert.Equal(Thanks, await UploadAsync(server, parts.ToAsyncEnumerable()).Soon());
        Assert.Equal(parts.SelectMany(static p => RawServer.Frame(p)), body);
    }

    [Fact]
    public async Task An_answer_before_the_end_of_the_upload_counts()
    {
        await using var server = new FrameServer(static async (peer, _) =>
        {
            await peer.OpenAsync();
            var call = await peer.CallAsync();
            await peer.AnswerAsync(call, Thanks);
            await peer.ResetAsync(call, NoError);
            while (true)
                await peer.StayAsync();
        });
        Assert.Equal(Thanks, await UploadAsync(server, Endless()).Soon());
    }

    [Fact]
    public async Task A_call_that_the_server_did_not_look_at_is_made_again()
    {
        await using var server = new FrameServer(static async (peer, _) =>
        {
            await peer.OpenAsync();
            await peer.ResetAsync(await peer.CallAsync(), RefusedStream);
            var call = await peer.CallAsync();
            await peer.AnswerAsync(call, Seven);
            await peer.StayAsync();
        });
        Assert.Equal(Seven, await CallAsync(server).Soon());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_comes_too_late_for_a_connection_is_made_on_the_next(bool isUpload)
    {
        byte[] body = [];
        await using var server = new FrameServer(async (peer, number) =>
        {
            await peer.OpenAsync();
            var call = await peer.CallAsync();
            if (number == 1)
            {
                await peer.GoAwayAsync(lastCall: 0, NoError, "max_age");
                return;
            }
            body = await peer.BodyAsync(call);
            await peer.AnswerAsync(call, isUpload ? Thanks : Seven);
            await peer.StayAsync();
        });
        var parts = Enumerable.Range(0, 3).Select(Part).ToList();
        if (isUpload)
            Assert.Equal(Thanks, await UploadAsync(server, parts.ToAsyncEnumerable()).Soon());
        else
            Assert.Equal(Seven, await CallAsync(server).Soon());
        Assert.Equal(2, server.Connections);
        Assert.Equal(isUpload ? parts.SelectMany(static p => RawServer.Frame(p)) : RawServer.Frame(Request), body);
    }

    [Fact]
    public async Task A_connection_that_is_too_old_ends_when_its_calls_have()
    {
        var told = new TaskCompletionSource();
        var next = new TaskCompletionSource();
        await using var server = new FrameServer(async (peer, number) =>
        {
            await peer.OpenAsync();
            var call = await peer.CallAsync();
            if (number == 1)
            {
                // As servers do it: first that the end is near, then which calls still count.
                await peer.GoAwayAsync(int.MaxValue, NoError, "max_age");
                await peer.GoAwayAsync(call, NoError, "max_age");
                told.SetResult();
                await next.Task;
            }
            await peer.AnswerAsync(call, Seven);
            await peer.StayAsync();
        });
        var old = CallAsync(server);
        await told.Task.Soon();
        Assert.Equal(Seven, await CallAsync(server).Soon());
        next.SetResult();
        Assert.Equal(Seven, await old.Soon());
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_server_that_wants_calm_is_called_again_on_another_connection()
    {
        await using var server = new FrameServer(static async (peer, number) =>
        {
            await peer.OpenAsync();
            var call = await peer.CallAsync();
            if (number == 1)
            {
                await peer.GoAwayAsync(call, EnhanceYourCalm, "too_many_pings");
                return;
            }
            await peer.AnswerAsync(call, Seven);
            await peer.StayAsync();
        });
        var failure = await Assert.ThrowsAsync<RpcException>(() => CallAsync(server).Soon());
        Assert.Contains(failure.Code, new[] { ErrorCode.Unavailable, ErrorCode.ResourceExhausted });
        Assert.Equal(Seven, await CallAsync(server).Soon());
    }

    [Fact]
    public async Task Other_calls_go_on_while_an_upload_takes_the_only_stream()
    {
        var heard = new TaskCompletionSource();
        await using var server = new FrameServer(async (peer, number) =>
        {
            await peer.OpenAsync((FramePeer.MaxConcurrentStreams, 1));
            var call = await peer.CallAsync();
            var body = peer.BodyAsync(call);
            if (number == 1)
                await heard.Task;
            await body;
            await peer.AnswerAsync(call, number == 1 ? Thanks : Seven);
            await peer.StayAsync();
        });
        var release = new TaskCompletionSource();
        var upload = UploadAsync(server, Slow(release.Task));
        await Wait.ForAsync(() => server.Connections == 1);
        Assert.Equal(Seven, await CallAsync(server).Soon());
        heard.SetResult();
        release.SetResult();
        Assert.Equal(Thanks, await upload.Soon());
        Assert.Equal(2, server.Connections);
    }

    static BatonServiceGetTaskRequest Request { get; } = new() { HostId = "h" };

    static Task<BatonServiceGetTaskResponse> CallAsync(FrameServer server) =>
        server.Channel.CallAsync(BatonMethods.GetTask, RawServer.One(Request), "Bearer t", default);

    static Task<BatonServiceUploadAssetResponse> UploadAsync(FrameServer server, IAsyncEnumerable<IMessage> parts) =>
        server.Channel.CallAsync(BatonMethods.UploadAsset, parts, "Bearer t", default);

    static IMessage Part(int i) => new BatonServiceUploadAssetRequest { Data = new() { Data = ByteString.CopyFrom(Enumerable.Repeat((byte)i, 30_000).ToArray()) } };

    static async IAsyncEnumerable<IMessage> Endless()
    {
        while (true)
        {
            await Task.Yield();
            yield return Part(0);
        }
    }

    static async IAsyncEnumerable<IMessage> Slow(Task release)
    {
        yield return Part(1);
        await release;
        yield return Part(2);
    }
}
