using Baton.Protocol.Connector.V2;

namespace Baton.C1Z.Tests;

/// <summary>Who holds what, and why.</summary>
public sealed class AccessTests : ExpansionTest
{
    [Fact]
    public async Task Access_ThroughNestedGroups_HasTheShortestPath()
    {
        await WriteAsync(new GrantWorld().Holds("ann", "staff").Edge("staff", "all").Edge("all", "door").Edge("staff", "gate"), isExpanded: false);
        await using var reader = await C1ZReader.OpenAsync(Path, Options, Cancel);
        var access = await reader.Current.AccessAsync(new("user", "ann"), Cancel).ToDictionaryAsync(static e => e.EntitlementId, cancellationToken: Cancel);
        Assert.Equal(["group:all:member", "group:door:member", "group:gate:member", "group:staff:member"], access.Keys.Order(StringComparer.Ordinal));
        Assert.True(access["group:staff:member"].IsDirect);
        var door = access["group:door:member"];
        Assert.False(door.IsDirect);
        Assert.Null(door.Grant);
        Assert.Equal(
            [
                new AccessStep("group:staff:member", "group:staff:member:user:ann", new("user", "ann")),
                new AccessStep("group:all:member", "group:all:member:group:staff", new("group", "staff")),
                new AccessStep("group:door:member", "group:door:member:group:all", new("group", "all")),
            ],
            door.Path);
        Assert.Null(await reader.Current.WhyAsync(new("user", "ben"), "group:door:member", Cancel));
    }

    [Fact]
    public async Task Access_OfAnExpandedFile_IsItsRowsWithTheirPaths()
    {
        await WriteAsync(new GrantWorld().Holds("ann", "staff").Edge("staff", "all").Edge("all", "door", shallow: true), isExpanded: true);
        await using var reader = await C1ZReader.OpenAsync(Path, Options, Cancel);
        var access = await reader.Current.AccessAsync(new("user", "ann"), Cancel).ToListAsync(Cancel);
        Assert.Equal(["group:staff:member", "group:all:member"], access.ConvertAll(static e => e.EntitlementId)); // shallow: not the door
        Assert.Equal("group:all:member:user:ann", access[1].Grant?.Id);
        Assert.Equal(2, access[1].Path.Count);
    }

    [Fact]
    public async Task Access_WithFilter_PassesOnlyPrincipalsOfTheType()
    {
        await WriteAsync(new GrantWorld().Holds("ann", "staff").Holds("bots", "staff").Group("bots").Edge("staff", "door", types: "user"), isExpanded: false);
        await using var reader = await C1ZReader.OpenAsync(Path, Options, Cancel);
        Assert.NotNull(await reader.Current.WhyAsync(new("user", "ann"), "group:door:member", Cancel));
        Assert.Null(await reader.Current.WhyAsync(new("group", "bots"), "group:door:member", Cancel));
    }

    [Fact]
    public async Task Access_DerivedFromWhatTheFileNoLongerSays_HasNoPath()
    {
        await using (var file = await C1ZFile.OpenAsync(Path, Options, Cancel))
        {
            file.StartSync(SyncType.Full);
            file.PutAll();
            var grant = Sample.Grant(Sample.Entitlement("group", "eng", "owner"), "user", "ann");
            grant.Sources = new() { Sources = { ["group:gone:member"] = new() { IsDirect = true } } };
            file.Put(grant);
            file.EndSync();
            await file.SaveAsync(Cancel);
        }
        await using var reader = await C1ZReader.OpenAsync(Path, Options, Cancel);
        var entry = await reader.Current.WhyAsync(new("user", "ann"), "group:eng:owner", Cancel);
        Assert.False(entry!.IsDirect);
        Assert.Empty(entry.Path);
        Assert.Equal(["group:gone:member"], (await reader.Current.HoldersAsync("group:eng:owner", Cancel).SingleAsync(Cancel)).Sources);
    }

    [Fact]
    public async Task Holders_DirectAndDerived_AreToldApart()
    {
        await WriteAsync(new GrantWorld().Holds("ann", "staff").Holds("ben", "all").Holds("ann", "all").Holds("cy", "staff").Edge("staff", "all"), isExpanded: true);
        await using var reader = await C1ZReader.OpenAsync(Path, Options, Cancel);
        var holders = await reader.Current.HoldersAsync("group:all:member", Cancel).ToDictionaryAsync(static h => h.Principal.Id, cancellationToken: Cancel);
        Assert.Equal(["ann", "ben", "cy", "staff"], holders.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((true, "group:staff:member"), (holders["ann"].IsDirect, Assert.Single(holders["ann"].Sources)));
        Assert.Equal((true, 0), (holders["ben"].IsDirect, holders["ben"].Sources.Count));
        Assert.False(holders["cy"].IsDirect);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Access_RandomGraphs_IsWhatANaiveEvaluationSays(bool isExpanded)
    {
        for (var seed = 0; seed < 15; seed++)
        {
            var world = Random(new Random(20261121 + seed));
            await WriteAsync(world, isExpanded);
            await using var reader = await C1ZReader.OpenAsync(Path, Options, Cancel);
            var grants = await reader.GrantsAsync(new() { WithExpansion = true }, Cancel).ToListAsync(Cancel);
            await foreach (var principal in reader.Current.PrincipalsAsync(null, Cancel))
            {
                var entries = await reader.Current.AccessAsync(principal, Cancel).ToListAsync(Cancel);
                Assert.Equal(
                    NaiveAccess.Of((principal.Type, principal.Id), grants).Order(StringComparer.Ordinal), entries.Select(static e => e.EntitlementId).Order(StringComparer.Ordinal));
                foreach (var entry in entries.Where(static e => e.Path.Count > 0))
                    AssertPath(principal, entry, grants);
            }
            File.Delete(Path);
        }
    }

    [Fact]
    public async Task Principals_WithFilters_AreDistinctAndSorted()
    {
        await WriteAsync(new GrantWorld().Holds("cy", "staff").Holds("ann", "staff").Holds("ann", "all").Edge("staff", "all"), isExpanded: false);
        await using var reader = await C1ZReader.OpenAsync(Path, Options, Cancel);
        Assert.Equal(["group:staff", "user:ann", "user:cy"], await reader.Current.PrincipalsAsync(null, Cancel).Select(static p => p.ToString()).ToListAsync(Cancel));
        Assert.Equal(
            ["group:staff", "user:ann"],
            await reader.Current.PrincipalsAsync(new() { EntitlementId = "group:all:member" }, Cancel).Select(static p => p.ToString()).ToListAsync(Cancel));
    }

    static void AssertPath(ResourceKey principal, AccessEntry entry, List<Grant> grants)
    {
        Assert.Equal(entry.EntitlementId, entry.Path[^1].EntitlementId);
        Assert.Equal(principal, entry.Path[0].Principal);
        for (var i = 0; i < entry.Path.Count; i++)
        {
            var step = entry.Path[i];
            var grant = Assert.Single(grants, g => g.Id == step.GrantId);
            Assert.Equal(step.EntitlementId, grant.Entitlement.Id);
            Assert.Equal(step.Principal, new ResourceKey(grant.Principal.Id.ResourceType, grant.Principal.Id.Resource));
            if (i > 0)
                Assert.Contains(entry.Path[i - 1].EntitlementId, grant.Annotations.Single(static a => a.Is(GrantExpandable.Descriptor)).Unpack<GrantExpandable>().EntitlementIds);
        }
    }

    static GrantWorld Random(Random random)
    {
        var world = new GrantWorld();
        string Group() => $"g{random.Next(8)}";
        for (var i = 0; i < 12; i++)
            world.Holds($"u{random.Next(6)}", Group());
        for (var i = random.Next(4, 14); i > 0; i--)
        {
            var (from, to) = (Group(), Group());
            if (from != to)
                world.Edge(from, to, random.Next(4) == 0, random.Next(5) == 0 ? ["user"] : []);
        }
        return world;
    }

    async Task WriteAsync(GrantWorld world, bool isExpanded)
    {
        await using var file = await C1ZFile.OpenAsync(Path, Options, Cancel);
        file.StartSync(SyncType.Full);
        world.Put(file);
        if (isExpanded)
            Expand(file);
        file.EndSync();
        await file.SaveAsync(Cancel);
    }
}
