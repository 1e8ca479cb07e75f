using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using static Baton.C1Z.Tests.Sample;

namespace Baton.C1Z.Tests;

/// <summary>What must hold before a sync ends: each invariant is broken on purpose, and seen.</summary>
public sealed class InvariantTests : IAsyncLifetime
{
    readonly TestFolder _folder = new();
    C1ZFile _file = null!;

    public async ValueTask InitializeAsync()
    {
        _file = await C1ZFile.OpenAsync(_folder.File("a.c1z"), _folder.Options(), Cancel);
        _file.StartSync(SyncType.Full);
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void SoundRows_HaveNoViolations()
    {
        _file.PutAll();
        var report = _file.CheckInvariants(Cancel);
        Assert.Empty(report.Violations);
        Assert.Equal(["I3", "I5", "I7", "I8", "I9", "I10"], report.Coverage);
    }

    [Fact]
    public void I7_EntitlementWithoutResource_IsAWarning()
    {
        _file.PutAll();
        _file.Put(Entitlement("group", "ghost", "member"), Entitlement("planet", "mars", "member"));
        Assert.Equal(
            [
                "I7 warn 1 entitlements are on resources of type \"group\" that are not in the sync: the connector makes ids that it does not list: group:ghost:member",
                "I7 warn 1 entitlements are on resources of type \"planet\", which is not in the sync: sync that type too, or leave them out: planet:mars:member",
            ],
            Found());
    }

    [Fact]
    public void I3_I8_GrantOnNothing_AreWarnings()
    {
        _file.PutAll();
        _file.Put(Sample.Grant(Entitlement("group", "ghost", "member"), "user", "ann"));
        Assert.Equal(
            [
                "I3 warn 1 grants are on resources of type \"group\" that are not in the sync: the connector makes ids that it does not list: group:ghost:member:user:ann",
                "I8 warn 1 grants are of entitlements that are not in the sync: group:ghost:member:user:ann",
            ],
            Found());
    }

    [Fact]
    public void I3_EachResource_IsLookedAt()
    {
        _file.PutAll();
        string[] types = ["a", "a:b", "group", "z"];
        _file.Put([.. types.SelectMany(type => Enumerable.Range(0, 5).SelectMany(
            resource => Enumerable.Range(0, 3).Select(user => Sample.Grant(Entitlement(type, resource == 0 ? "" : $"{resource}", "member"), "user", $"{user}"))))]);
        Assert.Equal([15L, 15, 15, 15], _file.CheckInvariants(Cancel).Violations.Where(static v => v.Id == "I3").Select(static v => v.Count));
    }

    [Fact]
    public void I3_GrantThatBringsItsResource_IsHardWhenTheResourceIsMissing()
    {
        _file.PutAll();
        var grant = Sample.Grant(Entitlement("group", "ghost", "member"), "user", "ann");
        grant.Annotations.Add(new InsertResourceGrants().ToAny());
        _file.Put(grant);
        var violation = Assert.Single(_file.CheckInvariants(Cancel).Violations);
        Assert.Equal(("I3", true, 1L), (violation.Id, violation.IsHard, violation.Count));
    }

    [Fact]
    public void I9_GrantToNobody_IsAWarning_UnlessItAsksForSomebodyElsewhere()
    {
        _file.PutAll();
        var member = Entitlement("group", "eng", "member");
        var matched = Sample.Grant(member, "user", "elsewhere");
        matched.Annotations.Add(new ExternalResourceMatchID { Id = "x" }.ToAny());
        _file.Put([matched, .. Enumerable.Range(0, 40).Select(i => Sample.Grant(member, "user", $"ghost{i:D2}"))]);
        var violation = Assert.Single(_file.CheckInvariants(Cancel).Violations);
        Assert.Equal(("I9", false, 40L, InvariantViolation.MaxExamples), (violation.Id, violation.IsHard, violation.Count, violation.Examples.Count));
        Assert.Equal("group:eng:member:user:ghost00", violation.Examples[0]);
    }

    [Fact]
    public void I9_MakesNoGarbageForEachPrincipal()
    {
        const int Ghosts = 20_000;
        _file.PutAll();
        var member = Entitlement("group", "eng", "member");
        _file.Put([.. Enumerable.Range(0, Ghosts).Select(i => Sample.Grant(member, "user", $"ghost{i:D5}"))]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(Ghosts, Assert.Single(_file.CheckInvariants(Cancel).Violations).Count);
        var perGhost = (GC.GetAllocatedBytesForCurrentThread() - before) / Ghosts;
        Assert.True(perGhost < 10, $"{perGhost} bytes for each");
    }

    [Theory]
    [InlineData(51, 1, false, "exclusion groups have more than 50 entitlements: g: 51 entitlements")]
    [InlineData(3, 2, false, "exclusion groups have more than one default entitlement: g: 2 defaults")]
    [InlineData(3, 1, true, "exclusion groups have entitlements of several resource types: g: group and user")]
    [InlineData(50, 1, false, null)]
    public void I5_ExclusionGroups_AreHard(int members, int defaults, bool otherType, string? expected)
    {
        _file.Put(Type("group"), Type("user"));
        _file.Put(Resource("group", "eng"), Resource("user", "ann"));
        _file.Put([.. Enumerable.Range(0, members).Select(i => In("g", Entitlement("group", "eng", $"e{i:D2}"), isDefault: i < defaults))]);
        if (otherType)
            _file.Put(In("g", Entitlement("user", "ann", "x")));
        Assert.Equal(expected is null ? [] : [$"I5 hard 1 {expected}"], Found());
    }

    [Fact]
    public void I5_TwoGroups_OrOneThatCannotBeRead_AreHard()
    {
        _file.Put(Type("group"));
        _file.Put(Resource("group", "eng"));
        var broken = Entitlement("group", "eng", "broken");
        broken.Annotations.Add(new Any { TypeUrl = "type.googleapis.com/c1.connector.v2.EntitlementExclusionGroup", Value = ByteString.CopyFrom(0xFF) });
        _file.Put(In("a", In("b", Entitlement("group", "eng", "both"))), broken);
        Assert.Equal(
            [
                "I5 hard 1 entitlements are in more than one exclusion group: group:eng:both",
                "I5 hard 1 exclusion groups of entitlements cannot be read: group:eng:broken",
            ],
            Found());
    }

    [Fact]
    public async Task OtherSyncs_AreNotLookedAt_AndPartialOnesOnlyForGroups()
    {
        _file.PutAll();
        _file.EndSync();
        _file.StartSync(SyncType.Partial);
        _file.Put(Sample.Grant(Entitlement("group", "ghost", "member"), "user", "nobody"));
        var report = _file.CheckInvariants(Cancel);
        Assert.Empty(report.Violations);
        Assert.Equal(["I5", "I10"], report.Coverage);
        _file.EndSync();
        _file.StartSync(SyncType.Full);
        _file.PutAll();
        Assert.Empty(_file.CheckInvariants(Cancel).Violations);
        await _file.SaveAsync(Cancel);
    }

    [Fact]
    public async Task TheMark_IsWrittenAtTheEnd_AndGoneWhenTheSyncIsOpenedAgain()
    {
        _file.PutAll();
        Assert.Equal(["", "", ""], await MarkAsync());
        _file.CheckInvariants(Cancel);
        var run = _file.EndSync();
        Assert.Equal(["1", "[\"I3\",\"I5\",\"I7\",\"I8\",\"I9\",\"I10\"]", "connector"], await MarkAsync());
        _file.ReopenSync(run.Id);
        Assert.Equal(["", "", ""], await MarkAsync());
        _file.EndSync();
        Assert.Equal(["", "", ""], await MarkAsync());
    }

    [Fact]
    public async Task TheMark_IsNotWrittenAfterAHardViolation()
    {
        _file.Put(Type("group"));
        _file.Put(Resource("group", "eng"));
        _file.Put(In("a", In("b", Entitlement("group", "eng", "both"))));
        _file.CheckInvariants(Cancel);
        _file.EndSync();
        Assert.Equal(["", "", ""], await MarkAsync());
    }

    static Entitlement In(string group, Entitlement entitlement, bool isDefault = false)
    {
        entitlement.Annotations.Add(new EntitlementExclusionGroup { ExclusionGroupId = group, IsDefault = isDefault }.ToAny());
        return entitlement;
    }

    IEnumerable<string> Found() => _file.CheckInvariants(Cancel).Violations
        .Select(static v => $"{v.Id} {(v.IsHard ? "hard" : "warn")} {v.Count} {v.Text}: {string.Join(", ", v.Examples)}");

    async Task<object?[]> MarkAsync()
    {
        await _file.SaveAsync(Cancel);
        using var database = await RawDatabase.OfAsync(_folder, _file.Path);
        return database.Rows("SELECT ingest_invariant_generation, ingest_invariant_coverage, ingest_invariant_mode FROM v1_sync_runs").Single();
    }
}
