using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Baton.Runtime.Tests.Sync;

namespace Baton.Runtime.Tests.Expansion;

/// <summary>A sync makes the grants of members out of those of their groups.</summary>
public sealed class ExpansionTests : SyncTest
{
    [Fact]
    public async Task Members_get_what_their_groups_have()
    {
        var summary = await SyncAsync(ThreeUsers, Nested(("g0", "g1"), ("g1", "g2")));
        var content = await ReadAsync();
        Assert.Equal(3, summary.ExpandedGrants);
        Assert.False(summary.NeedsExpansion);
        Assert.Equal(5 + 3, summary.Total.Grants);
        var grant = content.Grants.Single(static g => g.Id == "group:g2:member:user:u0");
        Assert.False(grant.Sources.Sources["group:g1:member"].IsDirect);
        Assert.Contains(grant.Annotations, static a => a.Is(GrantImmutable.Descriptor));
        Assert.Contains("expand 2/2 3", Progress.Events);
    }

    [Fact]
    public async Task Left_to_the_reader_nothing_is_added()
    {
        var summary = await SyncAsync(Options with { SkipGrantExpansion = true }, ThreeUsers, Nested(("g0", "g1")));
        var content = await ReadAsync();
        Assert.True(summary.NeedsExpansion);
        Assert.Equal(0, summary.ExpandedGrants);
        Assert.True(content.Sync.SupportsDiff);
        var carrier = content.Grants.Single(static g => g.Principal.Id.ResourceType == "group");
        Assert.Contains(carrier.Annotations, static a => a.Is(GrantExpandable.Descriptor));
        Assert.All(content.Grants, static g => Assert.Null(g.Sources));
    }

    [Fact]
    public async Task A_group_that_is_not_there_is_a_warning()
    {
        var summary = await SyncAsync(ThreeUsers, Nested(("g0", "g1"), ("ghost", "g1")));
        var warning = Assert.Single(summary.Warnings, static w => !w.Text.StartsWith("I9: ", StringComparison.Ordinal)); // nor is the group
        Assert.Equal("Grants that stand for holders of entitlements were not expanded: the entitlements are not in this sync", warning.Text);
        Assert.Equal(
            ["group:g1:member:group:ghost: there is no entitlement group:ghost:member, whose holders it stands for"], warning.Examples);
        Assert.Equal(1, summary.ExpandedGrants);
    }

    [Fact]
    public async Task Circles_are_fine_unless_they_are_refused()
    {
        ResourceSyncer[] connector = [ThreeUsers, Nested(("g0", "g1"), ("g1", "g0"))];
        Assert.Equal(0, (await SyncAsync(connector)).ExpandedGrants);
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => SyncAsync(Options with { RefuseGrantCycles = true }, connector));
        Assert.Equal(ErrorCode.FailedPrecondition, failure.Code);
        Assert.Contains("group:g0:member, group:g1:member give each other", failure.Message);
    }

    static FakeSyncer ThreeUsers => new(Users.Definition) { Items = Item.Numbered("u", 3) };

    /// <summary>Three groups with one user each, some of them in others.</summary>
    static FakeSyncer Nested(params (string Inner, string Outer)[] nesting) => new(Groups.Definition)
    {
        Items = Item.Numbered("g", 3),
        PerModel =
        {
            ["member"] = g =>
            [
                Grantee.User<Users>("u" + g.Id[1..]),
                .. nesting.Where(n => n.Outer == g.Id).Select(static n => Grantee.Group<Groups>(n.Inner).Expanding("member").Only<Users>()),
            ],
        },
    };
}
