using Baton.Samples.Unix.Tests.Support;
using BatonUnix;
using BatonUnix.Provisioning;

namespace Baton.Samples.Unix.Tests.Provisioning;

public sealed class GroupMembershipTests : IDisposable
{
    readonly TempRoot _root = new();
    readonly GroupMembership _membership;

    public GroupMembershipTests()
    {
        _root.File("/etc/passwd", "alice:*:1000:1000:::\nbob:*:1001:20:::\n").File("/etc/group", "alice:x:1000:\nops:x:20:alice,ghost\nwheel:x:10:\n");
        var host = new UnixHost(new UnixConfig { Root = _root.Path }, new CollectedWarnings(), TimeProvider.System);
        _membership = new(host, new GroupFileEditor(_root.Directories, TimeProvider.System));
    }

    public void Dispose() => _root.Dispose();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    Task<GrantOutcome> Add(string group, string user, string type = "user") => _membership.AddAsync(group, new(type, user), Ct);

    Task<RevokeOutcome> Remove(string group, string user, string type = "user") => _membership.RemoveAsync(group, new(type, user), Ct);

    [Fact]
    public async Task Twice_in_both_directions()
    {
        var before = _root.Read("/etc/group");
        Assert.Equal(GrantOutcome.Granted, await Add("wheel", "bob"));
        Assert.Equal(GrantOutcome.AlreadyGranted, await Add("wheel", "bob"));
        Assert.Contains("wheel:x:10:bob\n", _root.Read("/etc/group"));
        Assert.Equal(RevokeOutcome.Revoked, await Remove("wheel", "bob"));
        Assert.Equal(RevokeOutcome.AlreadyRevoked, await Remove("wheel", "bob"));
        Assert.Equal(before, _root.Read("/etc/group"));
    }

    [Fact]
    public async Task A_primary_member_is_one_already_and_cannot_be_removed()
    {
        Assert.Equal(GrantOutcome.AlreadyGranted, await Add("ops", "bob"));
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Remove("ops", "bob"));
        Assert.Equal(ErrorCode.FailedPrecondition, failure.Code);
        Assert.Contains("primary group of \"bob\"", failure.Message);
        Assert.Contains("usermod -g", failure.Message);
    }

    [Fact]
    public async Task A_member_without_an_account_can_only_be_removed()
    {
        Assert.Equal(ErrorCode.NotFound, (await Assert.ThrowsAsync<ConnectorException>(() => Add("ops", "ghost"))).Code);
        Assert.Equal(RevokeOutcome.Revoked, await Remove("ops", "ghost"));
        Assert.Contains("ops:x:20:alice\n", _root.Read("/etc/group"));
    }

    [Fact]
    public async Task Unknown_groups_and_principals_that_are_no_users_are_errors()
    {
        Assert.Equal(ErrorCode.NotFound, (await Assert.ThrowsAsync<ConnectorException>(() => Add("none", "bob"))).Code);
        Assert.Equal(ErrorCode.NotFound, (await Assert.ThrowsAsync<ConnectorException>(() => Remove("none", "bob"))).Code);
        Assert.Equal(ErrorCode.InvalidArgument, (await Assert.ThrowsAsync<ConnectorException>(() => Add("ops", "wheel", "group"))).Code);
        Assert.Equal(ErrorCode.InvalidArgument, (await Assert.ThrowsAsync<ConnectorException>(() => Remove("ops", "wheel", "group"))).Code);
    }
}
