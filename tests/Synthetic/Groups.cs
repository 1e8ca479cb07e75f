using System.Runtime.CompilerServices;
using Baton;

namespace BatonSynthetic;

[ResourceType("group", Trait.Group, Description = "Synthetic group")]
[Entitlement("member", Purpose = Purpose.Assignment, DisplayName = "{resource} member", Description = "member of {resource}")]
[Grantable("member", typeof(Users), typeof(Groups))]
public sealed partial class Groups(SyntheticConfig config)
{
    public Task<Page<int, int?>> ListAsync(int? cursor) => Task.FromResult(Paging.Of(config, cursor, config.Groups));

    static void Map(int g, GroupBuilder r) => r.Id(Name(g)).DisplayName($"Group {g:D6}").Description($"Synthetic group {g:D6}");

    [Grants("member")]
    public async IAsyncEnumerable<Grantee> MembersAsync(int g, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var j = 0; j < config.Members; j++)
        {
            if (config.PageDelay > 0 && j % config.Page == 0)
                await Task.Delay(config.PageDelay, ct);
            yield return Grantee.User<Users>(Users.Name((g * 104729L + j * 7919L) % config.Users));
        }
        foreach (var nested in Nested(g).Where(nested => nested < config.Groups))
            yield return Holder(nested);
    }

    /// <summary>A group as holder: with its members, when the data set is one to expand.</summary>
    internal Grantee Holder(int group) => config.Expandable
        ? Grantee.Group<Groups>(Name(group)).Expanding("member").Only<Users>()
        : Grantee.Group<Groups>(Name(group));

    static string Name(int g) => $"g{g:D6}";

    static int[] Nested(int g) => (g % 10) switch
    {
        0 => [g + 1, g + 2],
        2 => [g + 3],
        _ => [],
    };
}
