using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>What a mapping must not do with values.</summary>
public sealed class MappingCodeRuleTests
{
    internal static readonly RuleCase[] Cases =
    [
        new("BATON2108", "e-mail, and a name beside an id", Users("user.Id(row.[|Email|]).Email(row.Email)") + """

            [ResourceType("other", Trait.User)]
            public sealed partial class Others
            {
                public IEnumerable<Person> ListAsync() => [];

                static void Map(Person person, UserBuilder user)
                {
                    var name = person.Name;
                    user.Login(name).Id(person.[|Name|]);
                }
            }
            """, ["Users", "Email"], ["Others", "Name"]),
        new("BATON2108", "negative: a name where there is no id", """
            public sealed record Role(string Name, string Comment);

            [ResourceType("database-role")]
            public sealed partial class Roles
            {
                public IEnumerable<Role> ListAsync() => [];

                static void Map(Role role, PlainBuilder resource) => resource.Id(role.Name).DisplayName(role.Name);
            }
            """),

        new("BATON2109", "number, nullable number", Users("""
            user.Id(row.Id).Email(row.Email).Profile("badge", row.[|Badge|]).Profile("desk", row.[|Desk|]).Profile("floor", row.Floor).Profile("one", 1L)
            """), ["Users", "badge"], ["Users", "desk"]),

        new("BATON2110", "property, now, nullable, in a constructor", Users("""
            user.Id(row.Id).Email(row.Email).CreatedAt(row.[|Hired|]).LastLogin(DateTime.[|Now|])
                .Profile("left", row.[|Left|]).Profile("seen", new DateTimeOffset(row.[|Hired|]))
            """), ["Users", "Hired"], ["Users", "Now"], ["Users", "Left"], ["Users", "Hired"]),
        new("BATON2110", "negative: zones that are known", Users("""
            user.Id(row.Id).Email(row.Email).CreatedAt(DateTime.SpecifyKind(row.Hired, DateTimeKind.Utc)).LastLogin(DateTime.UtcNow)
                .Profile("left", row.Left?.ToUniversalTime()).Profile("seen", row.Seen).Profile("at", new DateTimeOffset(row.Hired, TimeSpan.Zero))
            """)),

        new("BATON2111", "constant", Users("user.Id(row.Id).Email(row.Email).AccountType(AccountType.[|Human|])", Flag), ["Users", "row", "IsBot"]),
        new("BATON2111", "negative: chosen", Users("""
            user.Id(row.Id).Email(row.Email).AccountType(row.IsBot ? AccountType.Service : AccountType.Human)
            """, Flag)),

        new("BATON1030", "help of an app", """
            [ResourceType("app", Trait.App)]
            public sealed partial class Apps
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, AppBuilder app) => app.Id(team.Id).HelpUrl([|"http://acme.example"|]);
            }
            """, ["HelpUrl", "Apps", "http://acme.example"]),
        new("BATON1030", "help and icon of the connector", """
            [Connector("baton-acme", HelpUrl = [|"acme.example"|], IconUrl = [|"http://acme.example/icon.png"|])]
            public sealed partial class AcmeConnector;
            """, ["HelpUrl", "AcmeConnector", "acme.example"], ["IconUrl", "AcmeConnector", "http://acme.example/icon.png"]),
        new("BATON1030", "negative: https, and a page of C1's documentation", """
            [Connector("baton-acme", HelpUrl = "/docs/baton/acme", IconUrl = "https://acme.example/icon.png")]
            public sealed partial class AcmeConnector;
            """),

        new("BATON2114", "by a method", """
            [ResourceType("binding", Trait.ScopeBinding)]
            public sealed partial class Bindings(Api api)
            {
                public IAsyncEnumerable<Team> ListAsync(CancellationToken ct) => api.TeamsAsync(ct);
                static void [|Map|](Team team, ScopeBindingBuilder r) => r.Id(team.Id).Role(new("role", team.Name));
            }
            """, ["Bindings", "ScopeBindingBuilder", "Scope"]),
        new("BATON2114", "by attributes", """
            public sealed record Firm([property: Map(To.Id), Map(To.VendorName)] string Name);
            [ResourceType("firm", Trait.Vendor)]
            public sealed partial class [|Firms|]
            {
                public IEnumerable<Firm> ListAsync() => [];
            }
            """, ["Firms", "VendorBuilder", "VendorId"]),

        new("BATON2112", "neither in a method nor by attributes", """
            public sealed record Row([property: Map(To.Id)] string Id, [property: Map(To.DisplayName)] string Name);

            [ResourceType("user", Trait.User)]
            public sealed partial class Users
            {
                public IEnumerable<Person> ListAsync() => [];

                static void [|Map|](Person person, UserBuilder user) => user.Id(person.Id).DisplayName(person.Name).GivenName(person.Name);
            }

            [ResourceType("row", Trait.User)]
            public sealed partial class [|Rows|]
            {
                public IEnumerable<Row> ListAsync() => [];
            }
            """, ["Users"], ["Rows"]),
        new("BATON2112", "negative: one of them, and a helper that may do it", """
            [ResourceType("user", Trait.User)]
            public sealed partial class Users
            {
                public IEnumerable<Person> ListAsync() => [];

                static void Map(Person person, UserBuilder user) => user.Id(person.Id).Status(person.Active);
            }

            [ResourceType("other", Trait.User)]
            public sealed partial class Others
            {
                public IEnumerable<Person> ListAsync() => [];

                static void Map(Person person, UserBuilder user) => Fill(user.Id(person.Id), person);

                static void Fill(UserBuilder user, Person person) => user.Login(person.Email);
            }
            """),

        new("BATON6007", "property and call", Users("user.Id(row.Id).Email([|row.Nick|].Trim()).DisplayName([|row.Boss|].Name)"),
            ["Nick", "'Map'", "Users"], ["Boss", "'Map'", "Users"]),
        new("BATON6007", "in a listing", """
            public interface ISource
            {
                Task<List<Person>?> PeopleAsync(CancellationToken ct);
            }

            [ResourceType("user", Trait.User)]
            public sealed partial class Users(ISource source)
            {
                public async Task<Page<Person>> ListAsync(string? cursor, CancellationToken ct)
                {
                    var people = await source.PeopleAsync(ct);
                    return [|people|].Count > 0 ? new(people) : new(people, cursor + "x");
                }

                static void Map(Person person, UserBuilder user) => user.Id(person.Id).Email(person.Email);
            }
            """, ["people", "'ListAsync'", "Users"]),
        new("BATON6007", "negative: tested", Users("""
            user.Id(row.Id).Email(row.Nick?.Trim()).DisplayName(row.Boss is { } boss ? boss.Name : row.Nick!.Trim()).Login(row.Boss?.Name.Trim())
            """)),
    ];

    public static TheoryData<string> Names => RuleCase.NamesOf(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Mistake(string name) => RuleCase.VerifyAsync(Cases, name);

    const string Flag = "bool IsBot, ";

    static string Users(string mapping, string flag = "") => $$"""
        public sealed record Row(
            string Id, string Email, long Badge, long? Desk, int Floor, DateTime Hired, DateTime? Left, DateTimeOffset Seen, {{flag}}string? Nick, Person? Boss);

        [ResourceType("user", Trait.User)]
        public sealed partial class Users
        {
            public IEnumerable<Row> ListAsync() => [];

            static void Map(Row row, UserBuilder user) => {{mapping}};
        }
        """;
}
