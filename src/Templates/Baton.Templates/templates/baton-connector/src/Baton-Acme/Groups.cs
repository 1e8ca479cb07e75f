using Baton;

namespace Acme;

/// <summary>The groups, and who is in them. A group in a group passes its membership on.</summary>
[ResourceType("group", Trait.Group)]
[Entitlement("member", Purpose = Purpose.Assignment, DisplayName = "{resource} member")]
[Grantable("member", typeof(Users), typeof(Groups))]
public sealed partial class Groups(AcmeDirectory directory)
{
    public Task<Page<AcmeGroup>> ListAsync(string? cursor, CancellationToken ct) => directory.GroupsAsync(cursor, ct);

    [Grants("member")]
    public async Task<Page<Grantee>> MembersAsync(ResourceKey<Groups> group, string? cursor, CancellationToken ct)
    {
        var members = await directory.MembersAsync(group.Id, cursor, ct);
        return new([.. members.Items.Select(ToGrantee)], members.Next);
    }

    static Grantee ToGrantee(AcmeMember member) =>
        member.IsGroup ? Grantee.Group<Groups>(member.Id).Expanding("member") : Grantee.User<Users>(member.Id);
}
