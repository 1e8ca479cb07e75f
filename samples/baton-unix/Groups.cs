using Baton;
using BatonUnix.Accounts;
using BatonUnix.Provisioning;

namespace BatonUnix;

/// <summary>Groups of <c>/etc/group</c>. Members are those that it lists, and the accounts whose primary group it is.</summary>
[ResourceType("group", Trait.Group, Description = "Groups of /etc/group")]
[Entitlement("member", Purpose = Purpose.Assignment, DisplayName = "{resource} member")]
[Grantable("member", typeof(Users))]
sealed partial class Groups(UnixHost host, GroupMembership membership)
{
    public IEnumerable<UnixGroup> ListAsync() => host.Now.Groups.All;

    static void Map(UnixGroup g, GroupBuilder r) => r.Id(g.Name).DisplayName(g.Name).SourceType("native").Profile("gid", g.Gid);

    [Grants("member")]
    public static IEnumerable<Grantee> Members(UnixGroup group) =>
        group.Members.Select(static m => m.Primary ? Grantee.User<Users>(m.Name).Immutable() : Grantee.User<Users>(m.Name));

    [Grant("member")]
    public Task<GrantOutcome> AddAsync(ResourceKey group, Principal who, CancellationToken ct) => membership.AddAsync(group.Id, who, ct);

    [Revoke("member")]
    public Task<RevokeOutcome> RemoveAsync(ResourceKey group, Principal who, CancellationToken ct) => membership.RemoveAsync(group.Id, who, ct);
}
