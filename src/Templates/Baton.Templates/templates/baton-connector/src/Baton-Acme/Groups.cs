#if (provisioning)
using System.Net;
#endif
using Baton;

namespace Acme;

/// <summary>The groups, and who is in them. A group in a group passes its membership on.</summary>
[ResourceType("group", Trait.Group)]
[Entitlement("member", Purpose = Purpose.Assignment, DisplayName = "{resource} member")]
[Grantable("member", typeof(Users), typeof(Groups))]
public sealed partial class Groups(AcmeApi api)
{
    public Task<Page<AcmeGroup>> ListAsync(string? cursor, CancellationToken ct) =>
        api.PageAsync("groups", cursor, AcmeJson.Default.AcmeGroup, ct);

    [Grants("member")]
    public async Task<Page<Grantee>> MembersAsync(ResourceKey<Groups> group, string? cursor, CancellationToken ct)
    {
        var members = await api.PageAsync(MembersOf(group.Id), cursor, AcmeJson.Default.AcmeMember, ct);
        return new([.. members.Items.Select(ToGrantee)], members.Next);
    }

    static Grantee ToGrantee(AcmeMember member) =>
        member.IsGroup ? Grantee.Group<Groups>(member.Id).Expanding("member") : Grantee.User<Users>(member.Id);

    static string MembersOf(string group) => $"groups/{Uri.EscapeDataString(group)}/members";
#if (provisioning)

    [Grant("member")]
    public async Task<GrantOutcome> AddAsync(ResourceKey group, Principal who, CancellationToken ct)
    {
        var member = new AcmeMember(who.Id, who.Is<Groups>());
        using var answer = await api.SendAsync(HttpMethod.Put, Membership(group, who), member, AcmeJson.Default.AcmeMember, ct);
        return answer.StatusCode == HttpStatusCode.Created ? GrantOutcome.Granted : GrantOutcome.AlreadyGranted;
    }

    [Revoke("member")]
    public async Task<RevokeOutcome> RemoveAsync(ResourceKey group, Principal who, CancellationToken ct) =>
        await api.DeleteAsync(Membership(group, who), ct) ? RevokeOutcome.Revoked : RevokeOutcome.AlreadyRevoked;

    static string Membership(ResourceKey group, Principal who) => $"{MembersOf(group.Id)}/{Uri.EscapeDataString(who.Id)}";
#endif
}
