using Baton.Auth;
using Baton.Protocol.Service.V1;
using Baton.Transport;
using Google.Protobuf;
using Task = System.Threading.Tasks.Task;

namespace Baton.Service.Tests.Upload;

public sealed class StandstillTests
{
    readonly FakeTime _time = new() { Skips = false };

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)] // all, and no answer
    public async Task An_upload_that_stands_still_is_given_up(int parts)
    {
        var stuck = new TaskCompletionSource();
        var channel = new Channel(async (number, ct) =>
        {
            if (number < parts)
                return;
            stuck.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
        });
        var call = new BatonService(channel, new Tokens(), _time).UploadAssetAsync(Parts(), default);
        await stuck.Task.WaitAsync(EndToEnd.Tasks.Patience);
        _time.Advance(TimeSpan.FromSeconds(119));
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.WaitAsync(EndToEnd.Tasks.Patience));
        Assert.Equal((ErrorCode.DeadlineExceeded, "UploadAsset: nothing moved for 120 s"), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task A_slow_one_may_take_its_time()
    {
        var channel = new Channel((_, _) =>
        {
            _time.Advance(TimeSpan.FromSeconds(110));
            return Task.CompletedTask;
        });
        Assert.NotNull(await new BatonService(channel, new Tokens(), _time).UploadAssetAsync(Parts(), default));
    }

    [Fact]
    public async Task Who_gives_it_up_hears_that()
    {
        using var stop = new CancellationTokenSource();
        var channel = new Channel((_, ct) => Task.Delay(Timeout.Infinite, ct));
        var call = new BatonService(channel, new Tokens(), _time).UploadAssetAsync(Parts(), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    static async IAsyncEnumerable<BatonServiceUploadAssetRequest> Parts()
    {
        await Task.Yield();
        for (var i = 0; i < 6; i++)
            yield return new();
    }

    /// <summary>Does something after so many parts as it is told, and at the end, before it answers.</summary>
    sealed class Channel(Func<int, CancellationToken, Task> after) : IRpcChannel
    {
        public async Task<TResponse> CallAsync<TResponse>(
            RpcMethod<TResponse> method, IAsyncEnumerable<IMessage> requests, string authorization, CancellationToken cancellationToken)
            where TResponse : class, IMessage<TResponse>
        {
            var number = 0;
            await foreach (var _ in requests.WithCancellation(cancellationToken))
                await after(number++, cancellationToken);
            await after(number, cancellationToken);
            return method.Parser.ParseFrom(Array.Empty<byte>());
        }

        public void Dispose()
        {
        }
    }

    sealed class Tokens : ITokenSource
    {
        public ValueTask<AccessToken> GetAsync(AccessToken? rejected, CancellationToken cancellationToken) => new(new AccessToken("Bearer t", TimeSpan.FromHours(1), 0));
    }
}
