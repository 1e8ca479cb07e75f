using Baton;

namespace BatonSynthetic;

[Connector("baton-synthetic", DisplayName = "Synthetic", Description = "Made-up users, groups and roles: a pure function of the settings")]
public sealed partial class SyntheticConnector;

[ConnectorConfig]
public sealed partial record SyntheticConfig
{
    [Field(Description = "Users")] public int Users { get; init; } = 1000;

    [Field(Description = "Groups")] public int Groups { get; init; } = 100;

    [Field(Description = "Users in each group")] public int Members { get; init; } = 200;

    [Field(Description = "Roles")] public int Roles { get; init; } = 10;

    [Field(Description = "Users that each role is assigned to")] public int RoleUsers { get; init; } = 50;

    [Field(Description = "Groups that each role is assigned to")] public int RoleGroups { get; init; } = 2;

    [Field(Description = "Members of groups that hold something hold it too")] public bool Expandable { get; init; }

    [Field(Description = "Rows on a page", Min = 1)] public int Page { get; init; } = 1000;

    [Field(Description = "Milliseconds to wait before each page of grants, as a slow source would")] public int PageDelay { get; init; }
}
