using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests;

public sealed class EntitlementRuleTests
{
    const string Member = """[Entitlement("member"), Grantable("member", typeof(Groups))]""";

    internal static readonly RuleCase[] Cases =
    [
        new("BATON3001", "empty", Group("""[Entitlement([|""|])]"""), ["", "Groups", "it is empty"]),
        new("BATON3002", "separators", Group("""[Entitlement([|"repo:read"|]), Entitlement([|"can read"|])]"""),
            ["repo:read", "Groups", "':'"], ["can read", "Groups", "white space"]),
        new("BATON3003", "twice", Group("""[Entitlement("member"), Entitlement("owner"), Entitlement([|"member"|])]"""), ["Groups", "member"]),

        new("BATON3004", "everywhere", Group("""[Entitlement("owner"), Grantable([|"member"|], typeof(Groups))]""", """
            [Grants([|"member"|])]
            public IEnumerable<Grantee> Members(Team team) => [];

            [Grant([|"member"|])]
            public Task AddAsync(ResourceKey group, Principal who) => Work.DoneAsync();

            [Revoke([|"member"|])]
            public Task RemoveAsync(ResourceKey group, Principal who) => Work.DoneAsync();
            """),
            ["Grantable", "member", "Groups", ", or name one of: owner"], ["Grants", "member", "Groups", ", or name one of: owner"],
            ["Grant", "member", "Groups", ", or name one of: owner"], ["Revoke", "member", "Groups", ", or name one of: owner"]),
        new("BATON3004", "none declared", Group("", """
            [Grants([|"member"|])]
            public IEnumerable<Grantee> Members(Team team) => [];
            """), ["Grants", "member", "Groups", ""]),

        new("BATON3005", "classes without attribute", Group("""[Entitlement("member"), Grantable("member", typeof(Groups), [|typeof(Team)|], [|typeof(string)|])]"""),
            ["member", "Groups", "Team"], ["member", "Groups", "string"]),
        new("BATON3005", "in an array", Group("""[Entitlement("member"), Grantable("member", new[] { [|typeof(Team)|], typeof(Groups) })]"""), ["member", "Groups", "Team"]),
        new("BATON3005", "in a collection", Group("""[Entitlement("member"), Grantable("member", [typeof(Groups), [|typeof(Team)|]])]"""), ["member", "Groups", "Team"]),

        new("BATON3006", "result", Grants("public [|IEnumerable<string>|] Members(Team team) => [];"),
            ["Team", "Groups", "Members", "its result 'IEnumerable<string>' does not list Grantee or ResourceGrant"]),
        new("BATON3006", "no resource", Grants("public IEnumerable<Grantee> [|Members|]() => [];"),
            ["Team", "Groups", "Members", "it takes no resource: take the model 'Team' or a ResourceKey, or yield ResourceGrant for the whole type"]),
        new("BATON3006", "whole type with a resource", Grants("public IEnumerable<ResourceGrant> [|Members|](Team team) => [];"),
            ["Team", "Groups", "Members", "it takes a resource, so it has to yield Grantee; ResourceGrant is for the whole type"]),
        new("BATON3006", "resource twice", Grants("public IEnumerable<Grantee> [|Members|](Team team, ResourceKey key) => [];"),
            ["Team", "Groups", "Members", "it takes the resource twice"]),
        new("BATON3006", "pages of a model", Grants("public Task<Page<Grantee>> [|Members|](Team team, string? cursor) => throw new InvalidOperationException();"),
            ["Team", "Groups", "Members", "pages are asked for after listing, when there is no model any more: take a ResourceKey"]),
        new("BATON3006", "key of another type", Grants("public IEnumerable<Grantee> Members([|ResourceKey<Users>|] key) => [];"),
            ["Team", "Groups", "Members", "parameter 'key' has type 'ResourceKey<Users>', for which there is no value"]),
        new("BATON3006", "pages without cursor", Grants("public Task<Page<Grantee, long>> [|Members|](ResourceKey key) => throw new InvalidOperationException();"),
            ["Team", "Groups", "Members", "it returns pages but takes no cursor 'long?'"]),
        new("BATON3006", "unsupported cursor", Grants("public [|Task<Page<Grantee, Guid>>|] Members(ResourceKey key, Guid? cursor) => throw new InvalidOperationException();"),
            ["Team", "Groups", "Members", "'Guid' cannot be a cursor, which is a string, an int, a long, or a positional record of strings, ints, longs, bools and doubles"]),

        new("BATON3007", "results", Group(Member, """
            [Grant("member")]
            public [|Task<bool>|] AddAsync(ResourceKey group, Principal who) => throw new InvalidOperationException();

            [Revoke("member")]
            public [|void|] RemoveAsync(ResourceKey group, Principal who) => Work.DoneAsync();
            """),
            ["GrantOutcome", "Groups", "AddAsync", "Grant", "its result 'Task<bool>' is neither Task nor Task<GrantOutcome>"],
            ["RevokeOutcome", "Groups", "RemoveAsync", "Revoke", "its result 'void' is neither Task nor Task<RevokeOutcome>"]),
        new("BATON3007", "parameters", Group(Member, """
            [Grant("member")]
            public Task [|AddAsync|](ResourceKey group) => Work.DoneAsync();

            [Revoke("member")]
            public Task RemoveAsync([|Team|] team, Principal who) => Work.DoneAsync();
            """),
            ["GrantOutcome", "Groups", "AddAsync", "Grant", "it needs exactly one parameter of type Principal"],
            ["RevokeOutcome", "Groups", "RemoveAsync", "Revoke", "parameter 'team' has type 'Team', for which there is no value"]),
        new("BATON3007", "no resource", Group(Member, """
            [Grant("member"), Revoke("member")]
            public Task [|[|ChangeAsync|]|](Principal who) => Work.DoneAsync();
            """),
            ["GrantOutcome", "Groups", "ChangeAsync", "Grant", "it needs exactly one parameter of type ResourceKey"],
            ["RevokeOutcome", "Groups", "ChangeAsync", "Revoke", "it needs exactly one parameter of type ResourceKey"]),

        new("BATON3008", "of each kind", Group(Member, """
            [Grants("member")]
            public IEnumerable<Grantee> Members(Team team) => [];

            [[|Grants|]("member")]
            public IEnumerable<ResourceGrant> AllMembers() => [];

            [Grant("member"), Revoke("member")]
            public Task ChangeAsync(ResourceKey group, Principal who) => Work.DoneAsync();

            [[|Grant|]("member"), [|Revoke|]("member")]
            public Task ChangeAgainAsync(ResourceKey group, Principal who) => Work.DoneAsync();
            """),
            ["member", "Groups", "Grants", "Members", "AllMembers"], ["member", "Groups", "Grant", "ChangeAsync", "ChangeAgainAsync"],
            ["member", "Groups", "Revoke", "ChangeAsync", "ChangeAgainAsync"]),

        new("BATON3009", "no revoke", Group(Member, """
            [[|Grant|]("member")]
            public Task AddAsync(ResourceKey group, Principal who) => Work.DoneAsync();
            """), ["member", "Groups", "Grant", "Revoke"]),
        new("BATON3009", "no grant", Group(Member, """
            [[|Revoke|]("member")]
            public Task RemoveAsync(ResourceKey group, Principal who) => Work.DoneAsync();
            """), ["member", "Groups", "Revoke", "Grant"]),

        new("BATON3010", "granted to nobody", Group("""[Entitlement([|"member"|]), Entitlement("planned"), Entitlement([|"owner"|]), Grantable("owner")]""", """
            [Grants("member")]
            public IEnumerable<Grantee> Members(Team team) => [];

            [Grant("owner"), Revoke("owner")]
            public Task ChangeAsync(ResourceKey group, Principal who) => Work.DoneAsync();
            """), ["member", "Groups"], ["owner", "Groups"]),

        new("BATON3010", "assigned to nobody", Group("""[Entitlement([|"member"|], Purpose = Purpose.Assignment), Entitlement("planned")]"""), ["member", "Groups"]),

        new("BATON3030", "group and role", """
            [ResourceType("group", Trait.Group)]
            public sealed partial class [|Groups|]
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, GroupBuilder group) => group.Id(team.Id);
            }

            [ResourceType("role", Trait.Role)]
            public sealed partial class [|Roles|]
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, RoleBuilder role) => role.Id(team.Id);
            }

            [ResourceType("app", Trait.App)]
            public sealed partial class Apps
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, AppBuilder app) => app.Id(team.Id);
            }
            """, ["Groups", "group", "member"], ["Roles", "role", "assigned"]),

        new("BATON3011", "cast", Group("""[Entitlement("member", Purpose = [|(Purpose)42|])]"""), ["42", "member", "Groups"]),

        new("BATON3012", "misspelled", Grants("""
            public IEnumerable<Grantee> Members(Team team) =>
            [
                Grantee.Group<Groups>("a").Expanding("member"), Grantee.Group<Groups>("b").Expanding([|"membr"|]),
                Grantee.Group<Groups>("b").Immutable().ExpandingShallow("member", [|"x"|]), Grantee.Of<Users>("c").Expanding([[|"y"|]]).Only<Users>(),
            ];
            """), ["membr", "Groups", "it declares: member"], ["x", "Groups", "it declares: member"], ["y", "Users", "it declares none"]),

        new("BATON3013", "principal that is not named", Group(Member, """
            [Grants("member")]
            public IEnumerable<Grantee> Members(Team team)
            {
                yield return Grantee.Group<Groups>(team.Id);
                foreach (var grantee in new[] { "a" }.Select(static id => Grantee.User<[|Users|]>(id)))
                    yield return grantee;
            }
            """) + Users, ["member", "Groups", "Users"]),
    ];

    public static TheoryData<string> Names => RuleCase.NamesOf(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Mistake(string name) => RuleCase.VerifyAsync(Cases, name);

    const string Users = """

        [ResourceType("user", Trait.User)]
        public sealed partial class Users
        {
            public IEnumerable<Person> ListAsync() => [];

            static void Map(Person person, UserBuilder user) => user.Id(person.Id).Email(person.Email);
        }
        """;

    static string Group(string attributes, string members = "") => $$"""
        [ResourceType("group", Trait.Group)]
        {{attributes}}
        public sealed partial class Groups
        {
            public IEnumerable<Team> ListAsync() => [];

            static void Map(Team team, GroupBuilder group) => group.Id(team.Id);

            {{members}}
        }
        """;

    static string Grants(string method) =>
        Group("""[Entitlement("member"), Grantable("member", typeof(Groups), typeof(Users))]""", $"[Grants(\"member\")]\n    {method}") + Users;
}
