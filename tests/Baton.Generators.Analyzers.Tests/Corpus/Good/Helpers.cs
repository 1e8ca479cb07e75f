namespace Acme.Helpers;

[Connector("baton-helpers")]
public sealed partial class HelpersConnector;

static class Mapping
{
    public static TBuilder Common<TBuilder>(this TBuilder builder, Team team)
        where TBuilder : ResourceBuilder<TBuilder> => builder.Id(team.Id).DisplayName(team.Name);

    public static void Fill(RoleBuilder role, Team team) => role.Id(team.Id);
}

[ResourceType("group", Trait.Group)]
[Entitlement("member")]
public sealed partial class Groups
{
    public IEnumerable<Team> ListAsync() => [];

    static GroupBuilder Map(Team team, GroupBuilder group) => group.Common(team).SourceType("native");
}

[ResourceType("role", Trait.Role)]
[Entitlement("assigned")]
public sealed partial class Roles
{
    public IEnumerable<Team> ListAsync() => [];

    static void Map(Team team, RoleBuilder role) => Mapping.Fill(role.Description("A role"), team);

    static string Map(string text) => text;
}

[ResourceType("app", Trait.App)]
public sealed partial class Apps
{
    public IEnumerable<Team> ListAsync() => [];

    static void Map(Team team, AppBuilder app)
    {
        var alias = app;
        alias.Id(team.Id);
    }
}

[ResourceType("plain")]
public sealed partial class Plain
{
    public IEnumerable<Team> ListAsync() => [];

    static void Map(Team team, PlainBuilder plain) => plain
        .DisplayName(team.Name)
        .Id(team.Id);
}
