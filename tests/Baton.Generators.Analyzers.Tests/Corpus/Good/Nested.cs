namespace Acme.Nested
{
    [Connector("baton-nested")]
    internal sealed partial class NestedConnector
    {
        internal static partial class Types
        {
            [ResourceType("user", Trait.User)]
            internal sealed partial class Users
            {
                IEnumerable<Hidden> ListAsync() => [];

                static void Map(Hidden model, UserBuilder user) => user.Id(model.Id).Status(model.Id > 0);

                sealed record Hidden(int Id);
            }

            internal partial struct Box
            {
                [ResourceType("group", Trait.Group)]
                [Entitlement("member")]
                internal partial class Groups
                {
                    public IEnumerable<Team> ListAsync() => [];

                    static void Map(Team team, GroupBuilder group) => group.Id(team.Id);
                }
            }
        }

        internal partial interface IScope
        {
            [ResourceType("role", Trait.Role)]
            [Entitlement("assigned")]
            internal sealed partial record Roles
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, RoleBuilder role) => role.Id(team.Id);
            }
        }

        [ConnectorConfig]
        protected internal sealed partial record Settings
        {
            [Field]
            public string Region { get; init; } = "eu";
        }
    }
}
