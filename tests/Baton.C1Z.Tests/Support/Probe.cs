namespace Baton.C1Z.Tests;

/// <summary>Opens a file in every way and reads all of it; checks that nothing is touched and nothing is left behind.</summary>
sealed class Probe(TestFolder folder, C1ZOptions? options = null)
{
    readonly C1ZOptions _options = options ?? folder.Options();
    readonly string _path = folder.File("probe.c1z");

    /// <summary>Reads content as a c1z.</summary>
    /// <returns>The error, or null when all of it reads well.</returns>
    public async Task<C1ZException?> ReadAsync(byte[] content)
    {
        await File.WriteAllBytesAsync(_path, content, Sample.Cancel);
        var error = await TryAsync(ReadAllAsync);
        AssertUntouched(content);
        return error;
    }

    /// <summary>Opens content to extend it, and gives up.</summary>
    public async Task<C1ZException?> OpenToWriteAsync(byte[] content)
    {
        await File.WriteAllBytesAsync(_path, content, Sample.Cancel);
        var error = await TryAsync(async () =>
        {
            await using var file = await C1ZFile.OpenAsync(_path, _options, Sample.Cancel);
        });
        AssertUntouched(content);
        return error;
    }

    // Whatever else is thrown fails the test.
    static async Task<C1ZException?> TryAsync(Func<Task> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (C1ZException e)
        {
            return e;
        }
    }

    async Task ReadAllAsync()
    {
        await using var reader = await C1ZReader.OpenAsync(_path, _options, Sample.Cancel);
        await reader.SyncRunsAsync(Sample.Cancel).CountAsync(Sample.Cancel);
        await reader.ResourceTypesAsync(Sample.Cancel).CountAsync(Sample.Cancel);
        await reader.ResourcesAsync(null, Sample.Cancel).CountAsync(Sample.Cancel);
        await reader.EntitlementsAsync(null, Sample.Cancel).CountAsync(Sample.Cancel);
        await reader.GrantsAsync(new() { WithExpansion = true }, Sample.Cancel).CountAsync(Sample.Cancel);
        await reader.StatsAsync(Sample.Cancel);
        await QueryAsync(reader.Current);
    }

    static async Task QueryAsync(SyncView view)
    {
        var details = new SyncDetails(view);
        await details.GrantsAsync(null, Sample.Cancel).CountAsync(Sample.Cancel);
        await foreach (var row in details.ResourcesAsync(null, Sample.Cancel))
            row.Resource.ReadProfile();
        await foreach (var principal in view.PrincipalsAsync(null, Sample.Cancel))
            await view.AccessAsync(principal, Sample.Cancel).CountAsync(Sample.Cancel);
        var comparison = new SyncComparison(view, view);
        Assert.Equal(0, await comparison.GrantsAsync(Sample.Cancel).CountAsync(Sample.Cancel));
    }

    void AssertUntouched(byte[] content)
    {
        Assert.True(content.AsSpan().SequenceEqual(File.ReadAllBytes(_path)), "the input changed");
        Assert.Equal(["probe.c1z"], folder.Names());
        folder.AssertNoLeftovers();
    }
}
