using Baton.C1Z;
using Baton.S3.Tests.Server;

namespace Baton.S3.Tests;

/// <summary>A connector with the package, told where everything is by its environment alone.</summary>
public sealed class ConnectorTests(S3Server server) : IClassFixture<S3Server>, IDisposable
{
    readonly Scratch _scratch = new();
    readonly string _address = $"s3://{S3Server.Bucket}/{Guid.NewGuid():N}/town.c1z";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    IEnumerable<string> Place => [$"BATON_FILE={_address}", $"AWS_ENDPOINT_URL={server.Endpoint}", "AWS_REGION=eu-west-1"];

    IEnumerable<string> Credentials => [$"AWS_ACCESS_KEY_ID={S3Server.KeyId}", $"AWS_SECRET_ACCESS_KEY={S3Server.Secret}"];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task It_writes_to_the_address_and_leaves_nothing_here()
    {
        await using (var town = Town.Start(_scratch.Folder, [.. Place, .. Credentials]))
        {
            Assert.Equal(0, await town.EndAsync());
            Assert.Contains(_address, town.Log, StringComparison.Ordinal);
        }
        Assert.Empty(Directory.GetFileSystemEntries(_scratch.Folder));
        await using var reader = await ReadAsync();
        Assert.NotNull(reader.Sync!.EndedAt);
        Assert.Equal(6, await reader.ResourcesAsync(cancellationToken: Cancel).CountAsync(Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_interrupted_is_gone_on_with(bool byTerm)
    {
        await using (var town = Town.Start(_scratch.Folder, [.. Place, .. Credentials, "BATON_PAUSE=100000"]))
        {
            await town.SaidAsync("\"person\"");
            if (byTerm)
                town.Signal(RunningProgram.SigTerm);
            else
                await town.KillAsync();
            Assert.Equal(byTerm ? 143 : 137, await town.EndAsync());
        }
        if (byTerm)
        {
            Assert.Empty(Directory.GetFileSystemEntries(_scratch.Folder)); // it is all in the object
            await using var unfinished = await ReadAsync();
            Assert.Null(unfinished.Sync!.EndedAt);
        }
        await using (var town = Town.Start(_scratch.Folder, [.. Place, .. Credentials]))
        {
            Assert.Equal(0, await town.EndAsync());
            Assert.Contains("resumed previous sync", town.Log, StringComparison.Ordinal);
        }
        Assert.Empty(Directory.GetFileSystemEntries(_scratch.Folder));
        await using var reader = await ReadAsync();
        Assert.NotNull(Assert.Single(await reader.SyncRunsAsync(Cancel).ToListAsync(Cancel)).EndedAt);
    }

    [Fact]
    public async Task The_role_of_a_pod_is_enough()
    {
        await File.WriteAllTextAsync(_scratch.File("token"), "token of the pod", Cancel);
        await using var town = Town.Start(
            _scratch.Folder,
            [.. Place, "AWS_ROLE_ARN=arn:aws:iam::123456789012:role/baton", $"AWS_WEB_IDENTITY_TOKEN_FILE={_scratch.File("token")}"]);
        Assert.Equal(0, await town.EndAsync());
        await using var reader = await ReadAsync();
        Assert.NotNull(reader.Sync!.EndedAt);
    }

    [Fact]
    public async Task A_profile_is_enough()
    {
        await File.WriteAllTextAsync(_scratch.File("config"), $"[profile lab]\nregion = eu-west-1\nendpoint_url = {server.Endpoint}\n", Cancel);
        await File.WriteAllTextAsync(
            _scratch.File("credentials"), $"[lab]\naws_access_key_id = {S3Server.KeyId}\naws_secret_access_key = {S3Server.Secret}\n", Cancel);
        await using var town = Town.Start(
            _scratch.Folder,
            $"BATON_FILE={_address}",
            "AWS_PROFILE=lab",
            $"AWS_CONFIG_FILE={_scratch.File("config")}",
            $"AWS_SHARED_CREDENTIALS_FILE={_scratch.File("credentials")}");
        Assert.Equal(0, await town.EndAsync());
        await using var reader = await ReadAsync();
        Assert.NotNull(reader.Sync!.EndedAt);
    }

    [Fact]
    public async Task Without_credentials_or_region_it_says_which_are_looked_for()
    {
        await using (var town = Town.Start(_scratch.Folder, Place))
        {
            Assert.NotEqual(0, await town.EndAsync());
            Assert.Matches(@"writing s3://[^ ]+: [\w ]+; credentials are looked for in AWS_ACCESS_KEY_ID", town.Log); // one sentence of the SDK
        }
        await using (var town = Town.Start(_scratch.Folder, [$"BATON_FILE={_address}", .. Credentials]))
        {
            Assert.NotEqual(0, await town.EndAsync());
            Assert.Contains("set AWS_REGION", town.Log, StringComparison.Ordinal);
        }
        Assert.Empty(Directory.GetFileSystemEntries(_scratch.Folder));
    }

    async Task<C1ZReader> ReadAsync()
    {
        var copy = _scratch.File("copy.c1z");
        Assert.NotNull(await server.Store.FetchAsync(_address, copy, long.MaxValue, Cancel));
        try
        {
            return await C1ZReader.OpenAsync(copy, new C1ZOptions { TempDirectory = Path.GetTempPath() }, Cancel);
        }
        finally
        {
            File.Delete(copy);
        }
    }
}
