using Baton.Tests.Shared;

namespace Baton.C1Z.Tests;

/// <summary>An access graph of what is at an address, which somebody replaces and which does not always answer.</summary>
public sealed class AddressWatchTests : IDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    readonly TestFolder _folder = new();
    readonly Shelf _shelf = new();
    readonly FakeTime _time = new() { Skips = false };
    readonly Queue<Exception?> _reloads = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Source_OfAnAddress_FollowsItsVersions_AndTriesAgainWhatDidNotAnswer()
    {
        RemoteStore.Register("shelf", _shelf);
        await PlaceAsync("1", "ann");
        await using var source = await AccessGraphSource.StartAsync("shelf://graph", null, _folder.Options(_time), Interval, Sample.Cancel);
        source.Reloaded += _reloads.Enqueue;
        Assert.True(IsAllowed(source, "ann"));

        await StepAsync(1);
        Assert.Equal((0, 1), (_reloads.Count, _shelf.Fetches)); // nothing new: nothing is fetched

        await PlaceAsync("2", "ben");
        _shelf.Failure = new C1ZException(C1ZError.InputOutput, "the shelf does not answer");
        await StepAsync(2);
        Assert.Equal("the shelf does not answer", Assert.IsType<C1ZException>(_reloads.Dequeue()).Message);
        Assert.True(IsAllowed(source, "ann"));

        _shelf.Failure = null;
        _shelf.FetchFailure = new C1ZException(C1ZError.InputOutput, "the connection broke");
        await StepAsync(3);
        Assert.Equal("the connection broke", Assert.IsType<C1ZException>(_reloads.Dequeue()).Message);

        _shelf.FetchFailure = null;
        await StepAsync(4); // the same version, which was not read yet
        Assert.Null(_reloads.Dequeue());
        Assert.False(IsAllowed(source, "ann"));
        Assert.True(IsAllowed(source, "ben"));
    }

    [Fact]
    public async Task Source_OfADamagedFile_TellsItOnce_AndGoesOnLooking()
    {
        RemoteStore.Register("shelf", _shelf);
        await PlaceAsync("1", "ann");
        await using var source = await AccessGraphSource.StartAsync("shelf://graph", null, _folder.Options(_time), Interval, Sample.Cancel);
        source.Reloaded += _reloads.Enqueue;

        await File.WriteAllTextAsync(_shelf.Content = _folder.File("damaged"), "no c1z", Sample.Cancel);
        _shelf.Version = "2";
        await StepAsync(1);
        await StepAsync(2);
        Assert.Equal(C1ZError.NotC1Z, Assert.IsType<C1ZException>(Assert.Single(_reloads)).Error);
        Assert.Equal(2, _shelf.Fetches);

        _shelf.Failure = new InvalidOperationException("a fault of the store"); // which must not end the looking
        await StepAsync(3);
        Assert.IsType<InvalidOperationException>(_reloads.Last());
        _shelf.Failure = null;
        await PlaceAsync("3", "ben");
        await StepAsync(4);
        Assert.True(IsAllowed(source, "ben"));
    }

    static bool IsAllowed(AccessGraphSource source, string user) => source.Check($"user:{user}", "read", "repo:acme/web").IsAllowed;

    async Task PlaceAsync(string version, string user)
    {
        var path = _folder.File($"{version}.c1z");
        var grant = Sample.Grant(Sample.Entitlement("repo", "acme/web", "read"), "user", user);
        await using (var file = await C1ZFile.OpenAsync(path, _folder.Options(), Sample.Cancel))
        {
            file.StartSync(SyncType.Full);
            file.Put(Sample.Type("user"), Sample.Type("repo"));
            file.Put(grant.Entitlement.Resource, grant.Principal);
            file.Put(grant.Entitlement);
            file.Put(grant);
            file.EndSync();
            await file.SaveAsync(Sample.Cancel);
        }
        (_shelf.Content, _shelf.Version) = (path, version);
    }

    async Task StepAsync(int waits)
    {
        await UntilAsync(() => _time.Waits.Count == waits);
        _time.Advance(Interval);
        await UntilAsync(() => _time.Waits.Count == waits + 1);
    }

    static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Sample.Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>A place for one file, which fails when it is told to.</summary>
    sealed class Shelf : RemoteStore
    {
        public string Content { get; set; } = "";

        public string Version { get; set; } = "";

        public Exception? Failure { get; set; }

        public Exception? FetchFailure { get; set; }

        public int Fetches { get; private set; }

        public override void CheckAddress(string address)
        {
            // Any will do.
        }

        public override Task<string?> FindVersionAsync(string address, CancellationToken cancellationToken) =>
            Failure is null ? Task.FromResult<string?>(Version) : Task.FromException<string?>(Failure);

        public override Task<string?> FetchAsync(string address, string path, long maxBytes, CancellationToken cancellationToken)
        {
            Fetches++;
            if (FetchFailure is not null)
                return Task.FromException<string?>(FetchFailure);
            File.Copy(Content, path);
            return Task.FromResult<string?>(Version);
        }

        public override Task CheckWritableAsync(string address, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<string?> ReplaceAsync(string address, string path, string? version, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
