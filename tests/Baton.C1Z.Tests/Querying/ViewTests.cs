using System.IO.Pipelines;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;

namespace Baton.C1Z.Tests;

/// <summary>Opening, choosing, joining, comparing.</summary>
public sealed class ViewTests : IDisposable
{
    readonly TestFolder _folder = new();

    string Target => _folder.File("sync.c1z");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpenAsync_OfAStreamThatCannotSeek_ReadsTheFile()
    {
        await Sample.WriteAsync(_folder, Target);
        await using (var file = File.OpenRead(Target))
        await using (var reader = await C1ZReader.OpenAsync(PipeReader.Create(file).AsStream(), "a body", _folder.Options(), Sample.Cancel))
            Assert.Equal(3, await reader.ResourcesAsync(null, Sample.Cancel).CountAsync(Sample.Cancel));
        _folder.AssertNoLeftovers();
    }

    [Fact]
    public async Task OpenAsync_OfAnEndlessStream_StopsAtTheLimit()
    {
        using var endless = new MemoryStream(new byte[(1 << 20) + 1]);
        var error = await Assert.ThrowsAsync<C1ZException>(
            async () => await C1ZReader.OpenAsync(endless, "a body", _folder.Options() with { MaxDecodedBytes = 1 << 20 }, Sample.Cancel));
        Assert.Equal(C1ZError.TooLarge, error.Error);
        Assert.Contains("a body", error.Message, StringComparison.Ordinal);
        _folder.AssertNoLeftovers();
    }

    [Fact]
    public async Task View_WhenAnotherSyncIsChosen_StaysWhereItIs()
    {
        var (first, second) = await WriteTwoAsync();
        await using var reader = await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel);
        var view = reader.Current;
        Assert.Equal(second.Id, view.Sync?.Id);
        await reader.UseSyncAsync(first.Id, Sample.Cancel);
        Assert.Equal(4, await view.ResourcesAsync(null, Sample.Cancel).CountAsync(Sample.Cancel));
        Assert.Equal(3, await reader.ResourcesAsync(null, Sample.Cancel).CountAsync(Sample.Cancel));
        Assert.Equal(second.Id, (await reader.UseLatestFinishedAsync(SyncType.Full, Sample.Cancel)).Id);
        await Assert.ThrowsAsync<C1ZException>(async () => await reader.UseLatestFinishedAsync(SyncType.ResourcesOnly, Sample.Cancel));
    }

    [Fact]
    public async Task Comparison_OfTwoSyncs_TellsWhatChanged()
    {
        var (first, second) = await WriteTwoAsync();
        await using var reader = await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel);
        var comparison = new SyncComparison(reader.View(first), reader.View(second));
        var resources = await comparison.ResourcesAsync(Sample.Cancel).ToListAsync(Sample.Cancel);
        Assert.Equal(["group:eng", "user:cy"], resources.ConvertAll(static c => c.Id));
        Assert.Equal(("group eng", "Engineering"), (resources[0].Before?.DisplayName, resources[0].After?.DisplayName));
        Assert.Null(resources[1].Before);
        Assert.Empty(await comparison.EntitlementsAsync(Sample.Cancel).ToListAsync(Sample.Cancel));
        var grant = Assert.Single(await comparison.GrantsAsync(Sample.Cancel).ToListAsync(Sample.Cancel));
        Assert.Equal("group:eng:member:user:ben", grant.Id);
        Assert.Null(grant.After);
    }

    [Fact]
    public async Task Comparison_OfManyRandomRows_IsThatOfDictionaries()
    {
        var random = new Random(7);
        Resource[] Some() => [.. Enumerable.Range(0, 1300).Where(_ => random.Next(4) > 0)
            .Select(i => new Resource { Id = Sample.Key("t", $"{(char)random.Next(0xE000, 0xF000)}{char.ConvertFromUtf32(0x1F300 + (i % 40))}{i}"[(i % 2)..]), DisplayName = $"{random.Next(3)}" })];
        var (before, after) = (Some(), Some());
        var runs = new List<SyncRun>();
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel))
        {
            foreach (var side in new[] { before, after })
            {
                file.StartSync(SyncType.Full);
                file.Put(Sample.Type("t"));
                file.Put(side);
                runs.Add(file.EndSync());
            }
            await file.SaveAsync(Sample.Cancel);
        }
        await using var reader = await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel);
        var changes = await new SyncComparison(reader.View(runs[0]), reader.View(runs[1])).ResourcesAsync(Sample.Cancel)
            .Select(static c => $"{c.Id} {c.Before?.DisplayName}->{c.After?.DisplayName}").ToListAsync(Sample.Cancel);
        var (old, now) = (Last(before), Last(after));
        var expected = old.Keys.Union(now.Keys).Where(id => old.GetValueOrDefault(id) != now.GetValueOrDefault(id)).Select(id => $"{id} {old.GetValueOrDefault(id)}->{now.GetValueOrDefault(id)}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), changes.Order(StringComparer.Ordinal));
        Assert.True(changes.Count > 500);

        static Dictionary<string, string> Last(Resource[] resources) => resources.GroupBy(static r => $"t:{r.Id.Resource}").ToDictionary(static g => g.Key, static g => g.Last().DisplayName);
    }

    [Fact]
    public async Task Details_OfWhatTheFileLacks_SayMissing()
    {
        await Sample.WriteAsync(_folder, Target);
        await Edit.SqlAsync(
            _folder, Target, "DELETE FROM v1_entitlements", "DELETE FROM v1_resource_types WHERE external_id = 'group'", "DELETE FROM v1_resources WHERE external_id = 'user:ann'");
        await using var reader = await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel);
        var row = await new SyncDetails(reader.Current).GrantsAsync(null, Sample.Cancel).FirstAsync(Sample.Cancel);
        Assert.Equal("MISSING ENTITLEMENT (group:eng:member)", row.Entitlement.DisplayName);
        Assert.Equal("MISSING RESOURCE TYPE (group)", row.ResourceType.DisplayName);
        Assert.Equal("MISSING RESOURCE (user:ann)", row.Principal.DisplayName);
        Assert.Equal("group eng", row.Resource.DisplayName);
    }

    [Fact]
    public async Task Readers_ManyAtOnce_SeeTheSame()
    {
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel))
        {
            file.StartSync(SyncType.Full);
            file.PutAll();
            file.Put([.. Enumerable.Range(0, 4000).Select(i => Sample.Resource("user", $"u{i}", Sample.Key("group", "eng")))]);
            file.EndSync();
            await file.SaveAsync(Sample.Cancel);
        }
        await using var reader = await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel);
        var details = new SyncDetails(reader.Current);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(
            async () => i % 3 == 0
                ? await reader.Current.ResourcesAsync(null, Sample.Cancel).CountAsync(Sample.Cancel)
                : await details.ResourcesAsync(null, Sample.Cancel).CountAsync(row => row.ResourceType.DisplayName.Length > 0, Sample.Cancel),
            Sample.Cancel)));
        Assert.All(answers, static count => Assert.Equal(4003, count));
    }

    [Fact]
    public void Details_OfOldAndNewConnectors_AreReadAlike()
    {
        var profile = new Struct { Fields = { ["title"] = Value.ForString("Dr"), ["level"] = Value.ForNumber(3), ["tags"] = Value.ForList(Value.ForBool(true), Value.ForNull()) } };
        var trait = new UserTrait
        {
            Profile = profile,
            Login = "ann",
            Status = new() { Status_ = UserTrait.Types.Status.Types.Status.Disabled },
            Emails = { new UserTrait.Types.Email { Address = "other@example.test" }, new UserTrait.Types.Email { Address = "ann@example.test", IsPrimary = true } },
        };
        var old = new Resource { Annotations = { trait.ToAny() } };
        Assert.Equal("Dr", old.ReadProfile()["title"]);
        Assert.Equal([true, null], Assert.IsType<object?[]>(old.ReadProfile()["tags"]));
        Assert.Equal(Status.Types.ResourceStatus.Disabled, old.ReadStatus());
        Assert.Equal(("ann@example.test", "ann"), (old.PrimaryEmail(), old.Login()));

        var now = new Resource { Profile = new() { Fields = { ["title"] = Value.ForString("Prof") } }, Status = new() { Status_ = Status.Types.ResourceStatus.Enabled }, Annotations = { trait.ToAny() } };
        Assert.Equal(["title"], now.ReadProfile().Keys);
        Assert.Equal(Status.Types.ResourceStatus.Enabled, now.ReadStatus());
        Assert.Empty(new Resource().ReadProfile());

        var broken = new Resource { Id = Sample.Key("user", "x"), Annotations = { new Any { TypeUrl = TypeUrls.For(UserTrait.Descriptor), Value = Google.Protobuf.ByteString.CopyFrom(0x0A, 0x7F) } } };
        Assert.Contains("user:x", Assert.Throws<C1ZException>(broken.Login).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfOneSync_HasNothingElse()
    {
        var (first, _) = await WriteTwoAsync();
        await Edit.SqlAsync(_folder, Target, "CREATE TABLE notes (text)", "INSERT INTO notes VALUES ('secret')");
        var output = _folder.File("one.c1z");
        await SyncExport.RunAsync(Target, first.Id, output, _folder.Options(), Sample.Cancel);
        await using (var reader = await C1ZReader.OpenAsync(output, _folder.Options(), Sample.Cancel))
        {
            Assert.Equal(first.Id, (await reader.SyncRunsAsync(Sample.Cancel).SingleAsync(Sample.Cancel)).Id);
            Assert.Equal(2, await reader.GrantsAsync(null, Sample.Cancel).CountAsync(Sample.Cancel));
        }
        using var raw = await RawDatabase.OfAsync(_folder, output);
        Assert.Equal(0L, raw.Scalar("SELECT count(*) FROM sqlite_master WHERE name = 'notes'"));
        Assert.Equal(0L, raw.Scalar($"SELECT count(*) FROM v1_resources WHERE sync_id <> '{first.Id}'"));
        Assert.Contains("exists already", (await Assert.ThrowsAsync<C1ZException>(() => SyncExport.RunAsync(Target, null, output, _folder.Options(), Sample.Cancel))).Message, StringComparison.Ordinal);
    }

    async Task<(SyncRun First, SyncRun Second)> WriteTwoAsync()
    {
        var time = new TestTime();
        await using var file = await C1ZFile.OpenAsync(Target, _folder.Options(time), Sample.Cancel);
        file.StartSync(SyncType.Full);
        file.PutAll();
        var first = file.EndSync();
        time.Advance(TimeSpan.FromHours(1));
        file.StartSync(SyncType.Full);
        file.PutAll();
        file.Put(Sample.Resource("user", "cy"), new Resource { Id = Sample.Key("group", "eng"), DisplayName = "Engineering" });
        var second = file.EndSync();
        await file.SaveAsync(Sample.Cancel);
        await Edit.SqlAsync(_folder, Target, $"DELETE FROM v1_grants WHERE sync_id = '{second.Id}' AND principal_resource_id = 'ben'");
        return (first, second);
    }
}
