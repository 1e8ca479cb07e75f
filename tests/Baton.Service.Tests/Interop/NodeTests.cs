using System.Security.Cryptography;
using Baton.Protocol.Service.V1;
using Baton.Transport;
using Google.Protobuf;
using Task = System.Threading.Tasks.Task;

namespace Baton.Service.Tests.Interop;

public sealed class NodeTests(NodeServer node) : IClassFixture<NodeServer>
{
    [Fact]
    public async Task A_call_is_answered() => Assert.Equal(7, (await CallAsync("ok")).NextPoll.Seconds);

    [Fact]
    public async Task A_status_comes_with_text_and_details()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => CallAsync("status"));
        Assert.Equal((ErrorCode.NotFound, "not here: € 100 %"), (failure.Code, failure.Message));
        Assert.Equal("t/x", Assert.Single(failure.Details).TypeUrl);
    }

    [Fact]
    public async Task The_server_knows_the_time_limit() => Assert.InRange((await CallAsync("deadline")).NextPoll.Seconds, 30, 60);

    [Fact]
    public async Task Too_large_an_answer_is_refused() =>
        Assert.Equal(ErrorCode.ResourceExhausted, (await Assert.ThrowsAsync<RpcException>(() => CallAsync("large"))).Code);

    [Fact]
    public async Task A_bug_of_the_server_is_an_error_of_the_call() =>
        Assert.Equal(ErrorCode.Unknown, (await Assert.ThrowsAsync<RpcException>(() => CallAsync("throw"))).Code);

    [Fact]
    public async Task The_server_hears_that_a_call_was_given_up()
    {
        using var stop = new CancellationTokenSource();
        var call = CallAsync("silent", stop.Token);
        Assert.Equal("asked", await node.NextLineAsync());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal("cancelled", await node.NextLineAsync());
    }

    [Fact]
    public async Task A_server_that_wants_the_connection_gone_is_called_on_another()
    {
        Assert.Equal(1, (await CallAsync("drain")).NextPoll.Seconds);
        for (var i = 0; i < 20; i++)
            Assert.Equal(7, (await CallAsync("ok")).NextPoll.Seconds);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    public async Task An_upload_arrives_in_order(int pieces)
    {
        var all = Enumerable.Range(0, pieces).Select(static i => new BatonServiceUploadAssetRequest
        {
            Data = new() { Data = ByteString.CopyFrom(Enumerable.Repeat((byte)i, 300_000).ToArray()) },
        }).ToList();
        var answer = await UploadAsync("ok", all.ToAsyncEnumerable());
        var expected = SHA256.HashData(all.SelectMany(static part => part.ToByteArray()).ToArray());
        Assert.Equal(Convert.ToHexStringLower(expected), answer.Annotations[0].TypeUrl);
    }

    [Fact]
    public async Task An_upload_may_be_refused_while_it_runs()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => UploadAsync("refuse", Endless()));
        Assert.Equal((ErrorCode.PermissionDenied, "no more"), (failure.Code, failure.Message));

        static async IAsyncEnumerable<IMessage> Endless()
        {
            while (true)
            {
                await Task.Yield();
                yield return new BatonServiceUploadAssetRequest { Data = new() { Data = ByteString.CopyFrom(new byte[100_000]) } };
            }
        }
    }

    Task<BatonServiceGetTaskResponse> CallAsync(string wish, CancellationToken ct = default) =>
        node.Channel.CallAsync(BatonMethods.GetTask, Transport.RawServer.One(new BatonServiceGetTaskRequest { HostId = "h" }), wish, ct);

    Task<BatonServiceUploadAssetResponse> UploadAsync(string wish, IAsyncEnumerable<IMessage> parts) =>
        node.Channel.CallAsync(BatonMethods.UploadAsset, parts, wish, default);
}
