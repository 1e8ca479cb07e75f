using Baton;

namespace BatonSynthetic;

[ResourceType("role", Trait.Role, Description = "Synthetic role")]
[Entitlement("assigned", Purpose = Purpose.Assignment, DisplayName = "{resource} assigned", Description = "assigned of {resource}")]
[Grantable("assigned", typeof(Users), typeof(Groups))]
public sealed partial class Roles(SyntheticConfig config, Groups groups)
{
    public Task<Page<int, int?>> ListAsync(int? cursor) => Task.FromResult(Paging.Of(config, cursor, config.Roles));

    static void Map(int i, RoleBuilder r) => r.Id($"r{i:D4}").DisplayName($"Role {i:D4}").Description($"Synthetic role {i:D4}");

    [Grants("assigned")]
    public IEnumerable<Grantee> Assigned(int r)
    {
        for (var j = 0; j < config.RoleUsers; j++)
            yield return Grantee.User<Users>(Users.Name((r * 15485863L + j * 7919L) % config.Users));
        for (var k = 0; k < config.RoleGroups; k++)
            yield return groups.Holder((int)((13L * r + 37L * k) % config.Groups));
    }
}
