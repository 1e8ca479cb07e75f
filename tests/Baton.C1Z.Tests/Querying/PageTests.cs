using Baton.Protocol.Connector.V2;

namespace Baton.C1Z.Tests;

/// <summary>Lists a page at a time, and readers beside each other.</summary>
public sealed class PageTests : IDisposable
{
    readonly TestFolder _folder = new();
    readonly Entitlement _member = Sample.Entitlement("group", "eng", "member");
    readonly Entitlement _admin = Sample.Entitlement("role", "admin", "assigned");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Pages_OneAfterTheOther_AreTheStream(int size)
    {
        await using var reader = await OpenAsync();
        var view = reader.Current;
        var onGroup = new GrantFilter { ResourceTypeId = "group" };
        Assert.Equal(await view.ResourcesAsync(null, Sample.Cancel).ToListAsync(Sample.Cancel), await AllAsync(from => view.ResourcePageAsync(null, from, size, Sample.Cancel), size));
        Assert.Equal(await view.EntitlementsAsync(null, Sample.Cancel).ToListAsync(Sample.Cancel), await AllAsync(from => view.EntitlementPageAsync(null, from, size, Sample.Cancel), size));
        Assert.Equal(await view.GrantsAsync(onGroup, Sample.Cancel).ToListAsync(Sample.Cancel), await AllAsync(from => view.GrantPageAsync(onGroup, from, size, Sample.Cancel), size));
    }

    [Fact]
    public async Task ThePage_ThatIsJustFull_IsTheLast()
    {
        await using var reader = await OpenAsync();
        Assert.NotNull((await reader.Current.ResourcePageAsync(new() { ResourceTypeId = "user" }, null, 49, Sample.Cancel)).Next);
        Assert.Null((await reader.Current.ResourcePageAsync(new() { ResourceTypeId = "user" }, null, 50, Sample.Cancel)).Next);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => reader.Current.ResourcePageAsync(null, null, 0, Sample.Cancel));
    }

    [Fact]
    public async Task Count_StopsAtTheLimit()
    {
        await using var reader = await OpenAsync();
        Assert.Equal(51, await reader.Current.CountGrantsAsync(null, cancellationToken: Sample.Cancel));
        Assert.Equal(50, await reader.Current.CountGrantsAsync(new() { EntitlementId = _member.Id }, cancellationToken: Sample.Cancel));
        Assert.Equal(20, await reader.Current.CountGrantsAsync(null, 20, Sample.Cancel));
    }

    [Fact]
    public async Task OnlyExpandable_LeavesOutTheOthers()
    {
        await using var reader = await OpenAsync();
        var filter = new GrantFilter { OnlyExpandable = true, WithExpansion = true };
        var carrier = Assert.Single(await reader.GrantsAsync(filter, Sample.Cancel).ToListAsync(Sample.Cancel));
        Assert.Equal(_admin.Id, carrier.Entitlement.Id);
        Assert.Equal([_member.Id], Assert.Single(carrier.Annotations).Unpack<GrantExpandable>().EntitlementIds);
        Assert.Empty(await reader.GrantsAsync(filter with { EntitlementId = _member.Id }, Sample.Cancel).ToListAsync(Sample.Cancel));
        Assert.Equal(1, await reader.Current.CountGrantsAsync(filter, cancellationToken: Sample.Cancel));
    }

    [Fact]
    public async Task ManyReaders_AtOnce_GetTheSame()
    {
        await using var reader = await OpenAsync();
        var (resources, grants) = (await reader.ResourcesAsync(null, Sample.Cancel).ToListAsync(Sample.Cancel), await reader.GrantsAsync(null, Sample.Cancel).ToListAsync(Sample.Cancel));
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(Sample.Cancel);
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Sample.Cancel }, async (i, cancel) =>
        {
            if (i == 100)
                await stopped.CancelAsync();
            if (i % 10 == 3)
            {
                // Whoever is stopped stops nobody else, whichever connection it used.
                var read = await Record.ExceptionAsync(() => reader.GrantsAsync(null, stopped.Token).ToListAsync(cancel).AsTask());
                Assert.True(read is null or OperationCanceledException, read?.ToString());
            }
            Assert.Equal(resources, await reader.ResourcesAsync(null, cancel).ToListAsync(cancel));
            Assert.Equal(grants, await AllAsync(from => reader.Current.GrantPageAsync(null, from, 13, cancel), 13));
        });
    }

    [Fact]
    public async Task Closing_WhileStreamsRun_WaitsForTheirPages()
    {
        var reader = await OpenAsync();
        var streams = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (true)
                await reader.GrantsAsync(null, Sample.Cancel).CountAsync(Sample.Cancel);
        })).ToArray();
        await reader.ResourcesAsync(null, Sample.Cancel).CountAsync(Sample.Cancel);
        await reader.DisposeAsync();
        await reader.DisposeAsync();
        _folder.AssertNoLeftovers();
        foreach (var stream in streams)
            await Assert.ThrowsAsync<ObjectDisposedException>(() => stream);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => reader.FindGrantAsync("x", cancellationToken: Sample.Cancel));
    }

    [Fact]
    public async Task Unpacking_TellsHowFarItIs()
    {
        await (await OpenAsync()).DisposeAsync();
        var told = new Told();
        await using var reader = await C1ZReader.OpenAsync(_folder.File("sync.c1z"), _folder.Options() with { Progress = told }, Sample.Cancel);
        var length = new FileInfo(_folder.File("sync.c1z")).Length;
        Assert.All(told.Values, value => Assert.Equal(length, value.Length));
        Assert.Equal(length, told.Values[^1].Read);
        Assert.Equal(told.Values.Select(static value => value.Read).Order(), told.Values.Select(static value => value.Read));
    }

    static async Task<List<T>> AllAsync<T>(Func<long?, Task<RowPage<T>>> page, int size)
    {
        var all = new List<T>();
        long? from = null;
        do
        {
            var next = await page(from);
            Assert.InRange(next.Rows.Count, 1, size);
            all.AddRange(next.Rows);
            from = next.Next;
        }
        while (from is not null);
        return all;
    }

    async Task<C1ZReader> OpenAsync()
    {
        await using (var file = await C1ZFile.OpenAsync(_folder.File("sync.c1z"), _folder.Options(), Sample.Cancel))
        {
            var users = Enumerable.Range(0, 50).Select(static i => $"u{i}").ToArray();
            file.StartSync(SyncType.Full);
            file.Put(Sample.Type("user"), Sample.Type("group"), Sample.Type("role"));
            file.Put([.. users.Select(static id => Sample.Resource("user", id)), Sample.Resource("group", "eng"), Sample.Resource("role", "admin")]);
            file.Put(_member, _admin);
            file.Put([.. users.Select(id => Sample.Grant(_member, "user", id)), Sample.Grant(_admin, "group", "eng", _member.Id)]);
            file.EndSync();
            await file.SaveAsync(Sample.Cancel);
        }
        return await C1ZReader.OpenAsync(_folder.File("sync.c1z"), _folder.Options(), Sample.Cancel);
    }

    sealed class Told : IProgress<UnpackProgress>
    {
        public List<UnpackProgress> Values { get; } = [];

        public void Report(UnpackProgress value) => Values.Add(value);
    }
}
