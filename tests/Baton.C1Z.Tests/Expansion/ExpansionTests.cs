using Baton.Protocol.Connector.V2;

namespace Baton.C1Z.Tests;

/// <summary>Expansion in pieces, again, backwards, and what the rows look like.</summary>
public sealed class ExpansionTests : ExpansionTest
{
    [Fact]
    public async Task ExpandedGrant_LooksLikeTheGrantsBesideIt()
    {
        var grants = await ExpandAsync(new GrantWorld().Holds("u", "g2").Edge("g2", "g1"));
        var added = grants.Single(static g => g.Id == "group:g1:member:user:u");
        Assert.Equal(grants.Single(static g => g.Id == "group:g1:member:group:g2").Entitlement, added.Entitlement);
        Assert.Equal(grants.Single(static g => g.Id == "group:g2:member:user:u").Principal, added.Principal);
        using var database = await RawDatabase.OfAsync(Folder, Path);
        Assert.Equal(
            ["group", "g1", "group:g1:member", "user", "u", null, 0L],
            database.Rows("SELECT resource_type_id, resource_id, entitlement_id, principal_resource_type_id, principal_resource_id, expansion, " +
                "needs_expansion FROM v1_grants WHERE external_id = 'group:g1:member:user:u'").Single());
    }

    [Fact]
    public async Task Carriers_KeepTheirExpansion()
    {
        await ExpandAsync(new GrantWorld().Holds("u", "g3").Holds("g2", "g3").Edge("g3", "g1").Edge("g2", "g1"));
        var carrier = (await ReadAsync(withExpansion: true)).Single(static g => g.Id == "group:g1:member:group:g2");
        Assert.Equal("g2@g1 {g1:true, g3:true}", Notation.Of(carrier));
        Assert.Equal(["group:g2:member"], carrier.Annotations.Single().Unpack<GrantExpandable>().EntitlementIds);
    }

    [Fact]
    public async Task EveryPlaceToStop_LeadsToTheSameRows()
    {
        var world = new GrantWorld().Holds("u", "g0");
        for (var i = 0; i < 6; i++)
            world.Edge($"g{i}", $"g{i + 1}").Holds($"u{i}", $"g{i}");
        var expected = await ExpandAsync(world);
        for (var stop = 0; stop <= 6; stop++)
        {
            await using var file = await C1ZFile.OpenAsync(Folder.File($"{stop}.c1z"), Options, Cancel);
            var sync = file.StartSync(SyncType.Full);
            world.Put(file);
            ExpandOnly(file, world, stop);
            await file.SaveAsync(Cancel); // the connection of the expander is closed by this
            Expand(file, stop);
            file.EndSync();
            await file.SaveAsync(Cancel);
            await using var reader = await C1ZReader.OpenAsync(file.Path, Options, Cancel);
            Assert.Equal(Notation.Of(expected), Notation.Of(await reader.GrantsAsync(null, Cancel).ToListAsync(Cancel)));
        }
    }

    [Fact]
    public async Task OneExpander_GoesOnAfterTheFileWasSaved()
    {
        var world = Wide(groups: 30, members: 4000);
        await using var file = await C1ZFile.OpenAsync(Path, Options, Cancel);
        file.StartSync(SyncType.Full);
        world.Put(file);
        using var expander = file.ExpandGrants(cancellationToken: Cancel);
        var turns = 0;
        for (; expander.Next(Cancel); turns++)
            await file.SaveAsync(Cancel);
        Assert.InRange(turns, 1, 30);
        Assert.Equal((30 * 4000, 0), (expander.Added, expander.Changed));
        Assert.Equal(30 + (31 * 4000), file.EndSync().Stats!.Grants);
    }

    [Fact]
    public async Task MoreSourcesThanAreReadAtOnce_AreAllThere()
    {
        var world = new GrantWorld().Holds("v", "target");
        for (var i = 0; i < 150; i++)
            world.Holds("u", $"g{i}").Edge($"g{i}", "target", types: "user");
        world.Holds("v", "g149");
        var grants = await ExpandAsync(world);
        Assert.Equal(150, grants.Single(static g => g.Id == "group:target:member:user:u").Sources.Sources.Count);
        Assert.Equal("v@target {g149:true, target:true}", Notation.Of(grants.Single(static g => g.Id == "group:target:member:user:v")));
    }

    [Fact]
    public async Task Rollback_GivesTheRowsBeforeExpansion_AndExpandingAgainTheSame()
    {
        var world = new GrantWorld().Holds("u", "A").Holds("v", "B").Holds("u", "B").Edge("A", "B").Edge("B", "C").Edge("C", "B").Edge("C", "D");
        var expanded = await ExpandAsync(world);
        Assert.Equal(expanded.Count - world.Grants.Count, await AgainAsync(file => file.RollBackExpansion(Cancel)));
        var rolledBack = await ReadAsync(withExpansion: true);
        Assert.Equal(world.Grants.OrderBy(static g => g.Id, StringComparer.Ordinal), rolledBack.OrderBy(static g => g.Id, StringComparer.Ordinal));
        await AgainAsync(file => Expand(file));
        Assert.Equal(Notation.Of(expanded), Notation.Of(await ReadAsync()));
    }

    [Fact]
    public async Task OrderOfStoring_DoesNotMatter()
    {
        var world = new GrantWorld().Holds("u", "A").Holds("v", "B").Holds("w", "C").Edge("A", "B").Edge("B", "C").Edge("C", "B").Edge("C", "D").Edge("A", "D");
        var expected = await ExpandAsync(world);
        world.Grants.Reverse();
        await using var file = await C1ZFile.OpenAsync(Folder.File("reversed.c1z"), Options, Cancel);
        file.StartSync(SyncType.Full);
        world.Put(file);
        Expand(file);
        file.EndSync();
        await file.SaveAsync(Cancel);
        await using var reader = await C1ZReader.OpenAsync(file.Path, Options, Cancel);
        var actual = await reader.GrantsAsync(null, Cancel).ToListAsync(Cancel);
        Assert.Equal(expected.OrderBy(static g => g.Id, StringComparer.Ordinal), actual.OrderBy(static g => g.Id, StringComparer.Ordinal));
    }

    [Fact]
    public async Task MissingDestination_DropsItsEdges()
    {
        await using var file = await C1ZFile.OpenAsync(Path, Options, Cancel);
        file.StartSync(SyncType.Full);
        new GrantWorld().Holds("u", "g2").Edge("g2", "g1").Without("g1").Put(file);
        var expander = Expand(file);
        Assert.Equal((0, 0L, 1L), (expander.Total, expander.Added, expander.Dropped.Count));
        Assert.Equal(["group:g1:member:group:g2: there is no entitlement group:g1:member, which it gives"], expander.Dropped.Examples);
    }

    [Fact]
    public async Task ManyDropped_AreCountedAndAFewAreShown()
    {
        await using var file = await C1ZFile.OpenAsync(Path, Options, Cancel);
        file.StartSync(SyncType.Full);
        new GrantWorld().Carrier("g2", "g1", [.. Enumerable.Range(0, 100).Select(static i => $"ghost{i}")]).Put(file);
        var expander = Expand(file);
        Assert.Equal((100L, DroppedEdges.MaxExamples), (expander.Dropped.Count, expander.Dropped.Examples.Count));
    }

    [Fact]
    public async Task Circles_AreNamed()
    {
        await using var file = await C1ZFile.OpenAsync(Path, Options, Cancel);
        file.StartSync(SyncType.Full);
        new GrantWorld().Edge("A", "B").Edge("B", "C").Edge("C", "B").Put(file);
        using var expander = file.ExpandGrants(cancellationToken: Cancel);
        Assert.Equal(["group:B:member", "group:C:member"], expander.Cycle);
    }

    [Fact]
    public async Task GoFile_IsExpandedWhereItIsNotYet()
    {
        System.IO.File.Copy(GoDump.File, Path);
        var before = Notation.Of(await ReadAsync());
        var expander = await AgainAsync(file => Expand(file));
        Assert.Equal((1, 1), (expander.Added, expander.Changed));
        Assert.Equal(["bob@admin {}"], before.Except(Notation.Of(await ReadAsync())));
        Assert.Equal(["bob@admin {eng:true, admin:true}", "x1@admin! {eng:true}"], Notation.Of(await ReadAsync()).Except(before));
        Assert.Equal(1, await AgainAsync(file => file.RollBackExpansion(Cancel)));
        Assert.Contains("bob@admin {}", Notation.Of(await ReadAsync()));
    }

    [Fact]
    public async Task OtherSyncsOfTheFile_AreNotTouched()
    {
        var first = new GrantWorld().Holds("u", "g2").Edge("g2", "g1");
        await ExpandAsync(first);
        await using var file = await C1ZFile.OpenAsync(Path, Options, Cancel);
        file.StartSync(SyncType.Full);
        new GrantWorld().Holds("v", "g2").Edge("g2", "g1").Put(file);
        Assert.Equal(1, Expand(file).Added);
        Assert.Equal(3, file.EndSync().Stats!.Grants);
    }

    [Fact]
    public async Task Cancelled_TheTurnIsUndoneAndTheNextOneWorks()
    {
        await using var file = await C1ZFile.OpenAsync(Path, Options, Cancel);
        file.StartSync(SyncType.Full);
        new GrantWorld().Holds("u", "g2").Edge("g2", "g1").Put(file);
        using (var expander = file.ExpandGrants(cancellationToken: Cancel))
        {
            Assert.ThrowsAny<OperationCanceledException>(() => expander.Next(new(canceled: true)));
            Assert.Equal(0, expander.Done);
        }
        Assert.Equal(1, Expand(file).Added);
    }

    static GrantWorld Wide(int groups, int members)
    {
        var world = new GrantWorld();
        var member = Sample.Entitlement("group", "all", "member");
        world.Group("all");
        for (var i = 0; i < members; i++)
            world.Grants.Add(Sample.Grant(member, "user", $"u{i}"));
        for (var i = 0; i < groups; i++)
            world.Carrier("all", $"x{i}", ["group:all:member"]);
        return world;
    }

    /// <summary>What a process does that is killed when some entitlements of the chain are worked off.</summary>
    static void ExpandOnly(C1ZFile file, GrantWorld world, int destinations)
    {
        var chain = NaiveExpansion.Run([.. world.Groups.Take(destinations + 1).Select(GrantWorld.Entitlement)], world.Grants);
        file.PutExpanded([.. chain]);
    }
}
