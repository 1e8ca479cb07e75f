namespace Baton.C1Z.Tests;

public sealed class StatsTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ToJson_EveryField_HasTheOrderAndEscapesOfGo()
    {
        var stats = new SyncStats
        {
            ResourceTypes = 2,
            Resources = 3,
            Entitlements = 4,
            Grants = 5,
            Assets = 6,
            ResourcesByResourceType = new Dictionary<string, long> { ["z"] = 0, ["a<&>\"\\\u0001\b\u2028"] = 3, ["\uFF5E"] = 1, ["\U0001F98A"] = 2 },
            GrantsByResourceType = new Dictionary<string, long> { ["a"] = 5 },
            StepDurationsMs = new Dictionary<string, long> { ["list-grants"] = 7 },
            ConnectorCallStats = new Dictionary<string, CallStats> { ["ListGrants"] = new(1, 2, 3, 4, 5), ["B"] = new(0, 0, 0, 0, 0) },
            SessionStoreStats = new Dictionary<string, CallStats> { ["Get"] = new(1, 0, 3, 0, 0) },
        };
        Assert.Equal(
            """{"resource_types":2,"resources":3,"entitlements":4,"grants":5"""
            + ""","resources_by_resource_type":{"a\u003c\u0026\u003e\"\\\u0001\b\u2028":3,"z":0,"～":1,"🦊":2}"""
            + ""","grants_by_resource_type":{"a":5},"assets":6,"step_durations_ms":{"list-grants":7}"""
            + ""","connector_call_stats":{"B":{},"ListGrants":{"count":1,"total_ms":2,"max_ms":3,"errors":4,"timeouts":5}}"""
            + ""","session_store_stats":{"Get":{"count":1,"max_ms":3}}}""",
            stats.ToJson());
        Assert.Equal(stats.ToJson(), SyncStats.TryParse(stats.ToJson())!.ToJson());
        Assert.Equal("{}", new SyncStats().ToJson());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("""{"resource_types":"2"}""")]
    [InlineData("""{"resource_types":2,"resources_by_resource_type":[]}""")]
    [InlineData("""{"resource_types":0,"resources":9}""")]
    [InlineData("""{"resource_types":1.5}""")]
    public async Task StatsAsync_UselessCache_CountsAnew(string? cache)
    {
        Assert.Null(SyncStats.TryParse(cache));
        var path = _folder.File("sync.c1z");
        var run = await Sample.WriteAsync(_folder, path);
        await Edit.SqlAsync(_folder, path, $"UPDATE v1_sync_runs SET stats = {(cache is null ? "NULL" : $"'{cache}'")}");
        await using var reader = await C1ZReader.OpenAsync(path, _folder.Options(), Sample.Cancel);
        Assert.Null(reader.Sync!.Stats);
        Assert.Equal(run.Stats!.ToJson(), (await reader.StatsAsync(Sample.Cancel))!.ToJson());
    }

    [Fact]
    public async Task StatsAsync_UsableCache_IsUsedAsItIs()
    {
        var path = _folder.File("sync.c1z");
        await Sample.WriteAsync(_folder, path);
        await Edit.SqlAsync(_folder, path, """UPDATE v1_sync_runs SET stats = '{"resource_types":99,"unknown":{}}'""");
        await using var reader = await C1ZReader.OpenAsync(path, _folder.Options(), Sample.Cancel);
        Assert.Equal(99, (await reader.StatsAsync(Sample.Cancel))!.ResourceTypes);
    }

    [Fact]
    public async Task EndSync_UnknownTypesEmptyTypesAndTimings_AreCountedAsGoDoes()
    {
        await using var file = await C1ZFile.OpenAsync(_folder.File("sync.c1z"), _folder.Options(), Sample.Cancel);
        file.StartSync(SyncType.Full);
        file.Put(Sample.Type("user"), Sample.Type("empty"));
        file.Put(Sample.Resource("user", "ann"), Sample.Resource("unknown", "x"));
        file.Put(Sample.Entitlement("unknown", "x", "member"));
        file.Checkpoint("""{"step_durations_ms":{"init":5},"connector_call_stats":{"L":{"count":2,"total_ms":4}},"actions_map":{},"version":1}""");
        Assert.Equal(
            """{"resource_types":2,"resources":1,"entitlements":1,"resources_by_resource_type":{"empty":0,"user":1}"""
            + ""","entitlements_by_resource_type":{"unknown":1},"step_durations_ms":{"init":5},"connector_call_stats":{"L":{"count":2,"total_ms":4}}}""",
            file.EndSync().Stats!.ToJson());
    }

    /// <summary>Rows of other syncs are found whether their ids come before or after, and grants are few or many for an entitlement.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task EndSync_BesideOtherSyncs_CountsItsOwnRows(int grants)
    {
        await using var file = await C1ZFile.OpenAsync(_folder.File("sync.c1z"), _folder.Options(), Sample.Cancel);
        var ids = new List<string>();
        for (var sync = 1; sync <= 3; sync++)
        {
            ids.Add(file.StartSync(SyncType.Full).Id);
            file.Put(Sample.Type("user"), Sample.Type("role"));
            file.Put([.. Enumerable.Range(0, sync).Select(i => Sample.Resource("role", $"r{i}"))]);
            var member = Sample.Entitlement("role", "r0", "member");
            file.Put(member);
            file.Put([.. Enumerable.Range(0, grants * sync).Select(i => Sample.Grant(member, "user", $"u{i}"))]);
            Check(file.EndSync(), sync);
        }
        for (var sync = 1; sync <= 3; sync++)
        {
            file.ReopenSync(ids[sync - 1]);
            Check(file.EndSync(), sync);
        }

        void Check(SyncRun run, int sync) => Assert.Equal(
            ($"role={sync},user=0", $"role={grants * sync}"),
            (Text(run.Stats!.ResourcesByResourceType), Text(run.Stats.GrantsByResourceType)));

        static string Text(IReadOnlyDictionary<string, long> counts) => string.Join(',', counts.Select(static c => $"{c.Key}={c.Value}"));
    }

    [Fact]
    public async Task EndSync_ResourcesOnly_LeavesEntitlementsAndGrantsOut()
    {
        await using var file = await C1ZFile.OpenAsync(_folder.File("sync.c1z"), _folder.Options(), Sample.Cancel);
        file.StartSync(SyncType.ResourcesOnly);
        file.PutAll();
        Assert.Equal(
            """{"resource_types":2,"resources":3,"resources_by_resource_type":{"group":1,"user":2}}""", file.EndSync().Stats!.ToJson());
    }
}
