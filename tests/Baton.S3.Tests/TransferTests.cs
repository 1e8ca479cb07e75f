using Baton.C1Z;
using Baton.S3.Tests.Server;

namespace Baton.S3.Tests;

/// <summary>Objects to and from the server, and what may happen on the way.</summary>
public sealed class TransferTests(S3Server server) : IClassFixture<S3Server>, IAsyncLifetime
{
    const int Parts = (12 << 20) + 345; // three parts, the last one smaller
    const int Small = 4321;

    readonly Scratch _scratch = new();
    readonly string _address = $"s3://{S3Server.Bucket}/folder with spaces/{Guid.NewGuid():N}+(1).c1z";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await server.RequestsAsync();

    public async ValueTask DisposeAsync()
    {
        await server.MishapAsync("");
        _scratch.Dispose();
    }

    [Fact]
    public async Task What_is_larger_than_a_part_goes_in_parts_with_checksums_and_comes_back_the_same()
    {
        var version = await PutAsync("a", Parts, null);
        var requests = await server.RequestsAsync();
        var parts = requests.Where(static r => r.Query.Contains("partNumber", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, parts.Count);
        Assert.All(parts, static p => Assert.Equal(32, Convert.FromBase64String(p.Header("x-amz-checksum-sha256")!).Length));
        Assert.All(parts, static p => Assert.Equal(64, p.Header("x-amz-content-sha256")!.Length));
        var complete = Assert.Single(requests, static r => r.Method == "POST" && r.Query.Contains("uploadId=", StringComparison.Ordinal));
        Assert.Equal("*", complete.Header("if-none-match"));
        Assert.Equal(version, await FetchAsync("a"));
    }

    [Fact]
    public async Task What_fits_into_a_part_goes_at_once()
    {
        var version = await PutAsync("a", Small, null);
        var put = Assert.Single(await server.RequestsAsync(), static r => r.Method == "PUT");
        Assert.Equal("", put.Query);
        Assert.Equal(32, Convert.FromBase64String(put.Header("x-amz-checksum-sha256")!).Length);
        Assert.Equal("*", put.Header("if-none-match"));
        Assert.Equal(version, await FetchAsync("a"));

        await PutAsync("b", Small, version);
        Assert.Equal($"\"{version}\"", Assert.Single(await server.RequestsAsync(), static r => r.Method == "PUT").Header("if-match"));
        await FetchAsync("b");
    }

    [Theory]
    [InlineData(Small)]
    [InlineData(Parts)]
    public async Task What_another_one_wrote_is_not_replaced(int bytes)
    {
        var version = await PutAsync("a", Small, null);
        await PutAsync("b", Small, version);
        Assert.Null(await server.Store.ReplaceAsync(_address, _scratch.Random("c", bytes), version, Cancel));
        Assert.Null(await server.Store.ReplaceAsync(_address, _scratch.File("c"), null, Cancel));
        await FetchAsync("b");
    }

    [Theory]
    [InlineData(Small)]
    [InlineData(Parts)]
    public async Task What_another_one_writes_at_that_moment_is_not_replaced(int bytes)
    {
        var version = await PutAsync("a", Small, null);
        await server.MishapAsync("race");
        Assert.Null(await server.Store.ReplaceAsync(_address, _scratch.Random("b", bytes), version, Cancel));
        await server.Store.FetchAsync(_address, _scratch.File("c"), long.MaxValue, Cancel);
        Assert.Equal("somebody else was here", await File.ReadAllTextAsync(_scratch.File("c"), Cancel));
    }

    [Theory]
    [InlineData(Small)]
    [InlineData(Parts)]
    public async Task A_server_without_conditions_is_written_without(int bytes)
    {
        await server.MishapAsync("no-conditions");
        var version = await PutAsync("a", bytes, null);
        Assert.Equal(version, await FetchAsync("a"));
    }

    [Fact]
    public async Task An_answer_that_was_lost_does_not_make_our_own_object_somebody_elses()
    {
        await server.MishapAsync("lose-answer");
        var version = await PutAsync("a", Small, null);
        Assert.True((await server.RequestsAsync()).Count(static r => r.Method == "PUT") > 1);
        Assert.Equal(version, await FetchAsync("a"));
    }

    [Fact]
    public async Task A_download_that_breaks_goes_on_where_it_was()
    {
        var version = await PutAsync("a", Parts, null);
        await server.RequestsAsync();
        await server.MishapAsync("cut");
        Assert.Equal(version, await FetchAsync("a"));
        var rest = (await server.RequestsAsync()).Last(static r => r.Method == "GET");
        Assert.Equal($"\"{version}\"", rest.Header("if-match"));
        Assert.StartsWith("bytes=", rest.Header("range"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_no_failure_and_no_file()
    {
        Assert.Null(await server.Store.FetchAsync(_address, _scratch.File("a"), long.MaxValue, Cancel));
        Assert.False(File.Exists(_scratch.File("a")));
    }

    [Fact]
    public async Task More_than_allowed_is_not_copied()
    {
        await PutAsync("a", Small, null);
        var e = await Assert.ThrowsAsync<C1ZException>(() => server.Store.FetchAsync(_address, _scratch.File("b"), Small - 1, Cancel));
        Assert.Equal(C1ZError.TooLarge, e.Error);
        Assert.False(File.Exists(_scratch.File("b")));
    }

    [Theory]
    [InlineData(Small)]
    [InlineData(Parts)]
    public async Task A_server_that_dies_in_the_middle_has_the_old_object(int bytes)
    {
        var version = await PutAsync("a", Small, null);
        await server.MishapAsync("die");
        var e = await Assert.ThrowsAsync<C1ZException>(() => server.Store.ReplaceAsync(_address, _scratch.Random("b", bytes), version, Cancel));
        Assert.Contains("cannot be reached", e.Message, StringComparison.Ordinal);
        await server.DiedAsync();
        await server.StartAsync();
        Assert.Equal(version, await FetchAsync("a"));
        Assert.NotNull(await server.Store.ReplaceAsync(_address, _scratch.File("b"), version, Cancel));
    }

    [Fact]
    public async Task A_cancelled_upload_leaves_the_old_object()
    {
        var version = await PutAsync("a", Small, null);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Store.ReplaceAsync(_address, _scratch.Random("b", Parts), version, stop.Token));
        Assert.Equal(version, await FetchAsync("a"));
    }

    async Task<string> PutAsync(string name, int bytes, string? version)
    {
        var put = await server.Store.ReplaceAsync(_address, _scratch.Random(name, bytes), version, Cancel);
        return Assert.IsType<string>(put);
    }

    /// <summary>Fetches what is there, which must be the file of that name.</summary>
    async Task<string?> FetchAsync(string name)
    {
        var copy = _scratch.File("copy");
        var version = await server.Store.FetchAsync(_address, copy, long.MaxValue, Cancel);
        Assert.Equal(await File.ReadAllBytesAsync(_scratch.File(name), Cancel), await File.ReadAllBytesAsync(copy, Cancel));
        File.Delete(copy);
        return version;
    }
}
