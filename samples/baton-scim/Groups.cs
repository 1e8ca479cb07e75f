using Baton;
using BatonScim.Http;
using BatonScim.Provisioning;
using BatonScim.Scim;

namespace BatonScim;

/// <summary>Groups. Members come with the group; a group in a group stands for its members.</summary>
[ResourceType("group", Trait.Group, Description = "Groups")]
[Entitlement("member", Purpose = Purpose.Assignment, DisplayName = "{resource} member")]
[Grantable("member", typeof(Users), typeof(Groups))]
sealed partial class Groups(ScimLists lists, ScimClient client, ScimConfig config, ValueEditor values, UserAccounts accounts)
{
    // Where members are asked for group by group, the list need not carry them.
    public Task<Page<ScimGroup, ListPosition>> ListAsync(ListPosition? position, CancellationToken ct) =>
        lists.PageAsync("Groups", config.GroupFilter, config.FetchMembers ? "displayName,externalId,meta" : null, position, ScimGroup.Read, ct);

    static void Map(ScimGroup g, GroupBuilder r) => r
        .Id(g.Id).DisplayName(g.DisplayName).CreatedAt(g.Created).Profile("external_id", g.ExternalId);

    [Grants("member")]
    public async IAsyncEnumerable<Grantee> MembersAsync(ScimGroup group, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var members = config.FetchMembers ? await FetchAsync(group.Id, ct) : group.Members;
        foreach (var member in members)
            yield return member.IsGroup ? Grantee.Group<Groups>(member.Id).Expanding("member") : Grantee.User<Users>(member.Id);
    }

    async Task<IReadOnlyList<ScimMember>> FetchAsync(string id, CancellationToken ct)
    {
        using var document = await client.GetAsync(ScimClient.Resource("Groups", id), ct);
        return ScimGroup.Read(document.RootElement)?.Members ?? [];
    }

    [Grant("member")]
    public async Task<GrantOutcome> AddAsync(ResourceKey group, Principal who, CancellationToken ct) =>
        await values.ChangeAsync("Groups", group.Id, "members", who.Id, true, TypeOf(who), ct) ? GrantOutcome.Granted : GrantOutcome.AlreadyGranted;

    [Revoke("member")]
    public async Task<RevokeOutcome> RemoveAsync(ResourceKey group, Principal who, CancellationToken ct) =>
        await values.ChangeAsync("Groups", group.Id, "members", who.Id, false, TypeOf(who), ct) ? RevokeOutcome.Revoked : RevokeOutcome.AlreadyRevoked;

    // Servers take a member for a user unless they are told; some do not know the attribute.
    static string? TypeOf(Principal who) => who.Is<Groups>() ? "Group" : null;

    [CreateResource]
    public Task<ScimGroup> CreateAsync(NewResource group, CancellationToken ct) => accounts.CreateGroupAsync(group.DisplayName, ct);

    [DeleteResource]
    public Task<DeleteOutcome> DeleteAsync(ResourceKey group, CancellationToken ct) => accounts.DeleteAsync("Groups", group.Id, ct);
}
