using Baton.C1Z;
using Baton.Protocol.Connector.V2;
using Baton.S3.Tests.Server;

namespace Baton.S3.Tests;

/// <summary>c1z files at addresses, through the library: what holds for a file holds for them.</summary>
public sealed class FileTests : IClassFixture<S3Server>, IAsyncLifetime
{
    readonly S3Server _server;
    readonly Scratch _scratch = new();
    readonly string _address = $"s3://{S3Server.Bucket}/{Guid.NewGuid():N}.c1z";

    public FileTests(S3Server server)
    {
        _server = server;
        RemoteStore.Register("s3", server.Store); // the only class here that uses the addresses of the process
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    C1ZOptions Options => new() { TempDirectory = _scratch.Folder, Recoverable = true };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _server.MishapAsync("");
        _scratch.Dispose();
    }

    [Fact]
    public async Task A_sync_is_written_read_checked_and_unpacked()
    {
        var id = await SyncAsync("user");
        AssertNothingLeft();
        await using (var reader = await C1ZReader.OpenAsync(_address, Options, Cancel))
        {
            Assert.Equal((_address, id), (reader.Path, reader.Sync!.Id));
            Assert.Equal("user", Assert.Single(await reader.ResourceTypesAsync(Cancel).ToListAsync(Cancel)).Id);
        }
        Assert.Empty(await C1ZValidator.RunAsync(_address, Options, Cancel));
        Assert.True(await C1ZEnvelope.UnpackAsync(_address, _scratch.File("db"), Options, Cancel) > 0);
        await SyncExport.RunAsync(_address, null, _scratch.File("export.c1z"), Options, Cancel);
        File.Delete(_scratch.File("db"));
        File.Delete(_scratch.File("export.c1z"));
        AssertNothingLeft();
    }

    [Fact]
    public async Task Later_syncs_are_added_and_the_oldest_ones_go()
    {
        var ids = new List<string>();
        for (var i = 0; i < 4; i++)
            ids.Add(await SyncAsync($"type{i}"));
        await using var reader = await C1ZReader.OpenAsync(_address, Options, Cancel);
        Assert.Equal(ids[2..], (await reader.SyncRunsAsync(Cancel).ToListAsync(Cancel)).Select(static r => r.Id));
    }

    [Fact]
    public async Task Nothing_at_the_address_is_told()
    {
        var e = await Assert.ThrowsAsync<C1ZException>(async () => await C1ZReader.OpenAsync(_address, Options, Cancel));
        Assert.Equal((C1ZError.NotFound, $"there is no file {_address}"), (e.Error, e.Message));
        AssertNothingLeft();
    }

    [Fact]
    public async Task What_is_no_c1z_is_called_by_its_address()
    {
        await File.WriteAllTextAsync(_scratch.File("a"), "something else", Cancel);
        await _server.Store.ReplaceAsync(_address, _scratch.File("a"), null, Cancel);
        Func<Task>[] ways = [async () => await C1ZReader.OpenAsync(_address, Options, Cancel), async () => await C1ZFile.OpenAsync(_address, Options, Cancel)];
        foreach (var open in ways)
        {
            var e = await Assert.ThrowsAsync<C1ZException>(open);
            Assert.Equal((C1ZError.NotC1Z, $"{_address} is not a c1z file: it does not begin with \"C1ZF\""), (e.Error, e.Message));
        }
        File.Delete(_scratch.File("a"));
        AssertNothingLeft();
    }

    [Fact]
    public async Task Work_that_could_not_be_uploaded_is_gone_on_with()
    {
        var before = await SyncAsync("user");
        string id;
        await using (var file = await C1ZFile.OpenAsync(_address, Options, Cancel))
        {
            id = file.StartSync(SyncType.Full).Id;
            file.Put(Types("group"));
            file.EndSync();
            await _server.MishapAsync("answer 403 AccessDenied");
            await Assert.ThrowsAsync<C1ZException>(async () => await file.SaveAsync(Cancel));
            Assert.True(file.KeepWork());
        }
        await _server.MishapAsync("");
        await using (var reader = await C1ZReader.OpenAsync(_address, Options, Cancel))
            Assert.Equal(before, reader.Sync!.Id);
        await using (var file = await C1ZFile.OpenAsync(_address, Options, Cancel))
        {
            Assert.True(file.IsRecovered);
            Assert.Equal(id, file.FindUnfinished(SyncType.Full)!.Id);
            file.ResumeSync(id);
            Assert.True(file.HasResourceType("group"));
            file.EndSync();
            await file.SaveAsync(Cancel);
            await file.SaveAsync(Cancel); // over what it saved itself
        }
        AssertNothingLeft();
        await using (var reader = await C1ZReader.OpenAsync(_address, Options, Cancel))
            Assert.Equal(id, reader.Sync!.Id);
    }

    [Fact]
    public async Task Work_on_what_somebody_else_replaced_is_refused_and_not_kept()
    {
        await SyncAsync("user");
        string theirs;
        await using (var file = await C1ZFile.OpenAsync(_address, Options, Cancel))
        {
            file.StartSync(SyncType.Full);
            file.EndSync();
            theirs = await SyncAsync("group");
            var e = await Assert.ThrowsAsync<C1ZException>(async () => await file.SaveAsync(Cancel));
            Assert.Equal(C1ZError.Conflict, e.Error);
            Assert.StartsWith($"{_address} was replaced by somebody else while this program worked on it", e.Message, StringComparison.Ordinal);
            Assert.False(file.KeepWork());
        }
        AssertNothingLeft();
        await using var reader = await C1ZReader.OpenAsync(_address, Options, Cancel);
        Assert.Equal(theirs, reader.Sync!.Id);
    }

    [Fact]
    public async Task The_version_of_an_object_is_found_without_its_content()
    {
        Assert.Null(await C1ZVersion.FindAsync(_address, Cancel));
        await SyncAsync("user");
        var first = await C1ZVersion.FindAsync(_address, Cancel);
        Assert.NotNull(first);
        await _server.RequestsAsync();
        Assert.Equal(first, await C1ZVersion.FindAsync(_address, Cancel));
        Assert.Equal(["HEAD"], (await _server.RequestsAsync()).Select(static r => r.Method));
        Assert.Equal(first, await _server.Store.FetchAsync(_address, _scratch.File("copy"), long.MaxValue, Cancel));
        await SyncAsync("group");
        Assert.NotEqual(first, await C1ZVersion.FindAsync(_address, Cancel));
        await _server.MishapAsync("answer 403 AccessDenied");
        var e = await Assert.ThrowsAsync<C1ZException>(async () => await C1ZVersion.FindAsync(_address, Cancel));
        Assert.Equal(C1ZError.InputOutput, e.Error);
        Assert.StartsWith($"looking at {_address}: S3 at {_server.Endpoint.GetLeftPart(UriPartial.Authority)} denies access", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_written_is_known_before_the_work()
    {
        await _server.MishapAsync("answer 403 AccessDenied");
        var e = await Assert.ThrowsAsync<C1ZException>(async () => await C1ZFile.OpenAsync(_address, Options, Cancel));
        Assert.StartsWith($"writing {_address}: ", e.Message, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    async Task<string> SyncAsync(string type)
    {
        await using var file = await C1ZFile.OpenAsync(_address, Options, Cancel);
        file.StartSync(SyncType.Full);
        file.Put(Types(type));
        var run = file.EndSync();
        file.Cleanup(Cancel);
        await file.SaveAsync(Cancel);
        return run.Id;
    }

    static RowBatch Types(string id)
    {
        var batch = new RowBatch(RowKind.ResourceType);
        batch.Add(new ResourceType { Id = id, DisplayName = id });
        return batch;
    }

    void AssertNothingLeft() => Assert.Empty(Directory.GetFileSystemEntries(_scratch.Folder));
}
