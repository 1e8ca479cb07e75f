using Baton.Protocol.Connector.V2;

namespace Baton.C1Z.Tests;

/// <summary>Expands made-up grants in a file of their own, and reads the result back from the saved file.</summary>
public abstract class ExpansionTest : IDisposable
{
    readonly TestFolder _folder = new();

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected string Path => _folder.File("sync.c1z");

    private protected C1ZOptions Options => _folder.Options();

    private protected TestFolder Folder => _folder;

    public void Dispose()
    {
        _folder.AssertNoLeftovers();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static GrantExpander Expand(C1ZFile file, int done = 0)
    {
        using var expander = file.ExpandGrants(done, Cancel);
        while (expander.Next(Cancel))
        {
        }
        Assert.Equal(expander.Total, expander.Done);
        return expander;
    }

    private protected async Task<List<Grant>> ExpandAsync(GrantWorld world)
    {
        await using (var file = await C1ZFile.OpenAsync(Path, Options, Cancel))
        {
            file.StartSync(SyncType.Full);
            world.Put(file);
            Expand(file);
            file.EndSync();
            await file.SaveAsync(Cancel);
        }
        return await ReadAsync();
    }

    /// <summary>Works on the sync that the file holds already.</summary>
    private protected async Task<T> AgainAsync<T>(Func<C1ZFile, T> work)
    {
        await using var file = await C1ZFile.OpenAsync(Path, Options, Cancel);
        var run = await LatestAsync();
        file.ReopenSync(run.Id);
        var result = work(file);
        file.EndSync();
        await file.SaveAsync(Cancel);
        return result;
    }

    private protected async Task<List<Grant>> ReadAsync(bool withExpansion = false)
    {
        await using var reader = await C1ZReader.OpenAsync(Path, Options, Cancel);
        return await reader.GrantsAsync(new() { WithExpansion = withExpansion }, Cancel).ToListAsync(Cancel);
    }

    async Task<SyncRun> LatestAsync()
    {
        await using var reader = await C1ZReader.OpenAsync(Path, Options, Cancel);
        return reader.Sync!;
    }
}
