using Amazon.Runtime;
using Baton.C1Z;
using Baton.S3.Tests.Server;

namespace Baton.S3.Tests;

/// <summary>What is said when S3 says no: what, where, and what to do; and never a secret.</summary>
public sealed class FailureTests(S3Server server) : IClassFixture<S3Server>, IAsyncLifetime
{
    const string Address = $"s3://{S3Server.Bucket}/sync.c1z";
    const string Secret = "this-is-a-secret";

    readonly Scratch _scratch = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await server.MishapAsync("");
        _scratch.Dispose();
    }

    [Fact]
    public async Task A_missing_bucket_is_named()
    {
        foreach (var message in await FailAsync(server.Options, "s3://nowhere/sync.c1z"))
            Assert.Contains($"there is no bucket nowhere at {server.Endpoint.GetLeftPart(UriPartial.Authority)}; create it", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AKIAUNKNOWN", "InvalidAccessKeyId")]
    [InlineData(S3Server.KeyId, "SignatureDoesNotMatch")]
    public async Task Wrong_credentials_are_told_without_them(string id, string code)
    {
        foreach (var message in await FailAsync(server.Options with { Credentials = new BasicAWSCredentials(id, Secret) }, Address))
            Assert.Contains($"refuses the credentials ({code}); check AWS_ACCESS_KEY_ID", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answer 403 AccessDenied", "denies access (AccessDenied); allow s3:GetObject and s3:PutObject")]
    [InlineData("answer 301 PermanentRedirect", "(PermanentRedirect); set AWS_REGION")]
    [InlineData("answer 400 IllegalLocationConstraintException", "set AWS_REGION")]
    [InlineData("answer 403 RequestTimeTooSkewed", "the clock of this machine is wrong")]
    [InlineData("answer 400 InvalidArgument", "refuses the request (400 InvalidArgument): InvalidArgument it is")]
    public async Task Answers_of_the_server_say_what_to_do(string mishap, string text)
    {
        await server.MishapAsync(mishap);
        foreach (var message in await FailAsync(server.Options, Address))
            Assert.Contains(text, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_endpoint_is_named()
    {
        foreach (var message in await FailAsync(server.Options with { Endpoint = new("http://127.0.0.1:9") }, Address))
        {
            Assert.Contains("S3 at http://127.0.0.1:9 cannot be reached", message, StringComparison.Ordinal);
            Assert.Contains("check AWS_ENDPOINT_URL", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_no_S3_server_is_called_so()
    {
        await server.MishapAsync("website");
        foreach (var message in await FailAsync(server.Options, Address))
            Assert.Contains("does not speak the protocol of S3; check AWS_ENDPOINT_URL", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3://")]
    [InlineData("s3:///key")]
    [InlineData("s3://bucket")]
    [InlineData("s3://bucket/")]
    [InlineData("s3://bucket/folder/")]
    [InlineData("s3://AKIA:this-is-a-secret@bucket/key")]
    [InlineData("s3://localhost:9000/bucket/key")]
    [InlineData("s3://bücket/key")]
    public void An_address_that_is_none_is_refused_without_repeating_it(string address)
    {
        var e = Assert.Throws<C1ZException>(() => server.Store.CheckAddress(address));
        Assert.Equal(C1ZError.Configuration, e.Error);
        Assert.StartsWith("an S3 address has the form s3://bucket/path/to/sync.c1z: ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, e.Message, StringComparison.Ordinal);
    }

    /// <summary>Tries to read and to write.</summary>
    /// <returns>What is said.</returns>
    async Task<string[]> FailAsync(S3Options options, string address)
    {
        var store = new S3Store(options);
        var reading = await Assert.ThrowsAsync<C1ZException>(() => store.FetchAsync(address, _scratch.File("a"), long.MaxValue, Cancel));
        var writing = await Assert.ThrowsAsync<C1ZException>(() => store.CheckWritableAsync(address, Cancel));
        Assert.StartsWith($"reading {address}: ", reading.Message, StringComparison.Ordinal);
        Assert.StartsWith($"writing {address}: ", writing.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, reading.Message + writing.Message, StringComparison.Ordinal);
        return [reading.Message, writing.Message];
    }
}
