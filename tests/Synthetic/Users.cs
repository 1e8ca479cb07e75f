using Baton;

namespace BatonSynthetic;

[ResourceType("user", Trait.User, Description = "Synthetic user", SkipEntitlements = true, SkipGrants = true)]
public sealed partial class Users(SyntheticConfig config)
{
    public Task<Page<int, int?>> ListAsync(int? cursor) => Task.FromResult(Paging.Of(config, cursor, config.Users));

    static void Map(int i, UserBuilder r) => r
        .Id(Name(i)).DisplayName($"User {i:D7}").Login($"user{i:D7}").Email($"user{i:D7}@example.test").Status(i % 50 != 49)
        .Profile("employee_id", $"E{i:D7}").Profile("department", $"dept-{i % 40:D2}").Profile("title", $"title-{i % 17:D2}")
        .Profile("manager_id", Name(i / 10)).Profile("location", $"loc-{i % 25:D2}");

    internal static string Name(long i) => $"u{i:D7}";
}
