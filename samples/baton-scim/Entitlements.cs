using Baton;
using BatonScim.Provisioning;
using BatonScim.Scim;

namespace BatonScim;

/// <summary>
/// The values of the users' attribute <c>entitlements</c>. SCIM has no list of them: those are found that somebody has.
/// </summary>
[ResourceType("entitlement", Trait.Role, Description = "Entitlements: what values the users' attribute of that name has")]
[Entitlement("assigned", Purpose = Purpose.Assignment, DisplayName = "{resource} assigned")]
[Grantable("assigned", typeof(Users))]
sealed partial class Entitlements(ScimLists lists, ScimConfig config, ValueEditor values)
{
    const string Attribute = "entitlements";

    public static IEnumerable<ScimValue> ListAsync() => [];

    static void Map(ScimValue v, RoleBuilder r) => r.Id(v.Value).DisplayName(v.Display ?? v.Value).Profile("type", v.Type);

    [Grants("assigned")]
    public async Task<Page<ResourceGrant<ScimValue>, ListPosition>> HoldersAsync(ListPosition? position, CancellationToken ct)
    {
        var page = await lists.PageAsync("Users", config.UserFilter, Attribute, position, ScimUser.Read, ct);
        return new([.. page.Items.SelectMany(static u => u.Entitlements.Select(v => Grantee.User<Users>(u.Id).OnModel(v)))], page.Next);
    }

    [Grant("assigned")]
    public async Task<GrantOutcome> AddAsync(ResourceKey value, Principal who, CancellationToken ct) =>
        await values.ChangeAsync("Users", who.Id, Attribute, value.Id, true, null, ct) ? GrantOutcome.Granted : GrantOutcome.AlreadyGranted;

    [Revoke("assigned")]
    public async Task<RevokeOutcome> RemoveAsync(ResourceKey value, Principal who, CancellationToken ct) =>
        await values.ChangeAsync("Users", who.Id, Attribute, value.Id, false, null, ct) ? RevokeOutcome.Revoked : RevokeOutcome.AlreadyRevoked;
}
