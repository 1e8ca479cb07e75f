namespace Baton.C1Z.Tests;

/// <summary>The worked examples of grant expansion, by their names.</summary>
public sealed class WorkedExampleTests : ExpansionTest
{
    [Fact]
    public async Task E01_Simple_MembersOfTheInnerGroupAreInTheOuterOne()
    {
        var grants = await ExpandAsync(E1());
        Assert.Equal(["g2@g1 {}", "u1@g1 {g1:true, g2:true}", "u1@g2 {}", "u2@g1! {g2:true}", "u2@g2 {}"], Notation.Of(grants));
        Assert.Equal("group:g1:member:user:u2", grants.Single(static g => Notation.Of(g) == "u2@g1! {g2:true}").Id);
    }

    [Fact]
    public async Task E02_Cycle_NothingIsPassedOn() => Assert.Equal(
        ["g1@g3 {}", "g2@g1 {}", "g3@g2 {}", "u1@g1 {}", "u1@g2 {}", "u2@g2 {}"],
        Notation.Of(await ExpandAsync(new GrantWorld()
            .Holds("u1", "g2").Holds("u2", "g2").Holds("u1", "g1").Edge("g2", "g1").Edge("g3", "g2").Edge("g1", "g3"))));

    [Fact]
    public async Task E03_Chain_IsFollowedToTheEnd() => Assert.Equal(
        ["u@A {}", "u@B! {A:true}", "u@C! {B:false}"],
        Notation.OfUsers(await ExpandAsync(new GrantWorld().Holds("u", "A").Edge("A", "B").Edge("B", "C"))));

    [Fact]
    public async Task E04_ShallowEdge_PassesDirectHoldersOnly() => Assert.Equal(
        ["u@A {}", "u@B! {A:true}", "v@B {}", "v@C! {B:true}"],
        Notation.OfUsers(await ExpandAsync(new GrantWorld().Holds("u", "A").Holds("v", "B").Edge("A", "B").Edge("B", "C", shallow: true))));

    [Fact]
    public async Task E05_Diamond_BothWaysAreSources() => Assert.Equal(
        ["u@A {}", "u@B! {A:true}", "u@C! {A:true}", "u@D! {B:false, C:false}"],
        Notation.OfUsers(await ExpandAsync(new GrantWorld()
            .Holds("u", "A").Edge("A", "B").Edge("A", "C").Edge("B", "D").Edge("C", "D"))));

    [Fact]
    public async Task E06_DirectAndDerivedInTheMiddle_CountsAsDirect() => Assert.Equal(
        ["u@A {}", "u@B {A:true, B:true}", "u@C! {B:true}"],
        Notation.OfUsers(await ExpandAsync(new GrantWorld()
            .Holds("u", "A").Holds("u", "B").Edge("A", "B").Edge("B", "C", shallow: true))));

    [Fact]
    public async Task E07_Filter_LetsThoseTypesThrough() => Assert.Equal(
        ["A@B {}", "g@A {}", "u@A {}", "u@B! {A:true}"],
        Notation.Of(await ExpandAsync(new GrantWorld().Holds("u", "A").Holds("g", "A").Edge("A", "B", types: "user"))));

    [Fact]
    public async Task E07_TwoCarriers_TheOneWithoutFilterWins() => Assert.Equal(
        ["A@B {}", "A@B {}", "g@A {}", "g@B! {A:true}", "u@A {}", "u@B! {A:true}"],
        Notation.Of(await ExpandAsync(new GrantWorld().Holds("u", "A").Holds("g", "A").Edge("A", "B", types: "user").Edge("A", "B"))));

    [Fact]
    public async Task E08_GroupsAreMembersToo() => Assert.Equal(
        ["g2@g1 {}", "g3@g1! {g2:true}", "g3@g2 {}", "u@g1! {g2:false}", "u@g2! {g3:true}", "u@g3 {}"],
        Notation.Of(await ExpandAsync(new GrantWorld().Holds("u", "g3").Edge("g3", "g2").Edge("g2", "g1"))));

    [Fact]
    public async Task E09_ComponentFedFromOutside_FeedsAllOfItAndPassesAllOn() => Assert.Equal(
        ["u@A {}", "u@B! {A:true}", "u@C! {A:true}", "u@D! {B:false, C:false}", "v@B {}", "v@D! {B:true}", "w@C {}", "w@D! {C:true}"],
        Notation.OfUsers(await ExpandAsync(new GrantWorld()
            .Holds("u", "A").Holds("v", "B").Holds("w", "C").Edge("A", "B").Edge("B", "C").Edge("C", "B").Edge("C", "D"))));

    [Fact]
    public async Task E10_ExpandedAgain_ChangesNothing()
    {
        var before = await ExpandAsync(E1());
        var again = await AgainAsync(file => Expand(file));
        Assert.Equal((0, 0), (again.Added, again.Changed));
        Assert.Equal(before, await ReadAsync());
    }

    [Fact]
    public async Task E11_DanglingSource_IsToldAndTheOtherOneWorks()
    {
        var world = new GrantWorld().Holds("u", "g2").Carrier("g2", "g1", ["group:g2:member", "group:g2:ghost"]);
        await using var file = await C1ZFile.OpenAsync(Path, Options, Cancel);
        file.StartSync(SyncType.Full);
        world.Put(file);
        var expander = Expand(file);
        Assert.Equal((1, 1), (expander.Dropped.Count, expander.Added));
        Assert.Equal(
            ["group:g1:member:group:g2: there is no entitlement group:g2:ghost, whose holders it stands for"], expander.Dropped.Examples);
    }

    [Fact]
    public async Task E12_SourceOfAnotherResource_Fails()
    {
        await using var file = await C1ZFile.OpenAsync(Path, Options, Cancel);
        file.StartSync(SyncType.Full);
        new GrantWorld().Group("g9").Carrier("g2", "g1", ["group:g9:member"]).Put(file);
        var failure = Assert.Throws<GrantExpansionException>(() => file.ExpandGrants(cancellationToken: Cancel));
        Assert.StartsWith("source entitlement resource id did not match grant principal id", failure.Message, StringComparison.Ordinal);
        Assert.Contains("group:g1:member:group:g2 stands for the holders of group:g9:member", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E13_NobodyInTheSource_AddsNothing() =>
        Assert.Equal(["g2@g1 {}"], Notation.Of(await ExpandAsync(new GrantWorld().Edge("g2", "g1"))));

    [Fact]
    public async Task E14_DirectAndSeveralSources_AreMerged() => Assert.Equal(
        [
            "alice@D {D:true, eng:true}", "alice@eng {}", "bob@D! {eng:true, oncall:false}", "bob@base {}", "bob@eng {}", "bob@oncall! {base:true}",
        ],
        Notation.OfUsers(await ExpandAsync(new GrantWorld()
            .Holds("alice", "D").Holds("alice", "eng").Holds("bob", "eng").Holds("bob", "base")
            .Carriers(("base", "oncall"), ("eng", "D"), ("oncall", "D")))));

    static GrantWorld E1() => new GrantWorld().Holds("u1", "g2").Holds("u2", "g2").Holds("u1", "g1").Edge("g2", "g1");
}
