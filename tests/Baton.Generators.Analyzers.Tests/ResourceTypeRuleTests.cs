using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests;

public sealed class ResourceTypeRuleTests
{
    internal static readonly RuleCase[] Cases =
    [
        new("BATON2001", "empty and blank", Listed("""[ResourceType([|""|])]""", "A") + Listed("""[ResourceType([|" "|])]""", "B") + Listed("[ResourceType([|null!|])]", "C"),
            ["", "A", "it is empty"], [" ", "B", "it is blank"], ["", "C", "it is empty"]),
        new("BATON2001", "too long", Listed($"[ResourceType([|\"{new string('ü', 513)}\"|])]", "A"), [new string('ü', 513), "A", "it has more than 1024 bytes"]),
        new("BATON2001", "half a character", Listed("""[ResourceType([|"a\ud800"|])]""", "A"), ["a\ud800", "A", "it holds half of a surrogate pair, which no file can store"]),

        new("BATON2002", "separators", Listed("""[ResourceType([|"aws:user"|])]""", "A") + Listed("""[ResourceType([|"aws user"|])]""", "B") + Listed("""[ResourceType([|"a\u0001"|])]""", "C"),
            ["aws:user", "A", "':'"], ["aws user", "B", "white space"], ["a\u0001", "C", "control characters"]),

        new("BATON2003", "twice", Listed("""[ResourceType("user")]""", "A") + Listed("""[ResourceType([|"user"|])]""", "B") + Listed("""[ResourceType([|"user"|])]""", "C"),
            ["user", "A", "B"], ["user", "A", "C"]),

        new("BATON2004", "Map without Id", """
            [ResourceType("user", Trait.User)]
            public sealed partial class Users
            {
                public IEnumerable<Person> ListAsync() => [];

                static void [|Map|](Person person, UserBuilder user) => user.DisplayName(person.Name).Profile("id", person.Id);
            }
            """, ["Users", "call user.Id(…) in Map"]),
        new("BATON2004", "neither Map nor attributes", """
            [ResourceType("user", Trait.User)]
            public sealed partial class [|Users|]
            {
                public IEnumerable<Person> ListAsync() => [];
            }
            """, ["Users", "add 'static void Map(Person model, UserBuilder resource)' that calls resource.Id(…), or put [Map(To.Id)] on a property of 'Person'"]),
        new("BATON2004", "attributes without id", """
            public sealed record Account(string Id, [Map(To.DisplayName)] string Name);

            [ResourceType("user")]
            public sealed partial class [|Users|]
            {
                public IEnumerable<Account> ListAsync() => [];
            }
            """, ["Users", "add 'static void Map(Account model, PlainBuilder resource)' that calls resource.Id(…), or put [Map(To.Id)] on a property of 'Account'"]),

        new("BATON2005", "part and profile key", """
            public sealed record Account([Map(To.Id)] string Id, [[|Map|](To.Id)] string Name, [Profile("x")] int A, [property: [|Profile|]] int X);

            [ResourceType("user")]
            public sealed partial class Users
            {
                public IEnumerable<Account> ListAsync() => [];
            }
            """, ["To.Id", "Account", "Id", "Name"], ["Profile key 'x'", "Account", "A", "X"]),

        new("BATON2006", "types", """
            public sealed record Account([[|Map|](To.Id)] double Id, [[|Map|](To.Status)] string Status, [[|Profile|]] decimal Salary, [[|Map|](To.DisplayName)] int Name);

            [ResourceType("user")]
            public sealed partial class Users
            {
                public IEnumerable<Account> ListAsync() => [];
            }
            """,
            ["Account", "Id", "To.Id", "its type 'double' is not among string, int, long, Guid; use a Map method to convert it"],
            ["Account", "Status", "To.Status", "its type 'string' is not among bool, ResourceStatus; use a Map method to convert it"],
            ["Account", "Salary", "profile key 'salary'", "its type 'decimal' is not among string, bool, integers up to long, float, double, DateTimeOffset, DateTime, Guid, Uri, an enum, IReadOnlyList<string>; use a Map method to convert it"],
            ["Account", "Name", "To.DisplayName", "its type 'int' is not among string, Guid, Uri, an enum; use a Map method to convert it"]),
        new("BATON2006", "properties that cannot be read", """
            public sealed class Account
            {
                [Map(To.Id)]
                public string Id { get; init; } = "";

                [[|Profile|]]
                public static string Tenant { get; } = "";

                [[|Profile|]]
                string? Hidden { get; init; }

                [[|Profile|]]
                public string WriteOnly { set => throw new NotSupportedException(); }

                [[|Profile|]("")]
                public string? NoKey { get; init; }

                [[|Map|]((To)99)]
                public string? Unknown { get; init; }
            }

            [ResourceType("user")]
            public sealed partial class Users
            {
                public IEnumerable<Account> ListAsync() => [];
            }
            """,
            ["Account", "Tenant", "profile key 'tenant'", "it is static"],
            ["Account", "Hidden", "profile key 'hidden'", "generated code in 'Users' cannot read it"],
            ["Account", "WriteOnly", "profile key 'write_only'", "it has no getter"],
            ["Account", "NoKey", "the profile", "the key is empty"],
            ["Account", "Unknown", "an unknown part", "the argument is no member of Baton.To"]),

        new("BATON2007", "user's part of a group", """
            public sealed record Unit([Map(To.Id)] string Id, [Map([|To.Email|])] string Mail, [Map([|To.HelpUrl|])] Uri Help, [Map(To.SourceType)] string Source);

            [ResourceType("group", Trait.Group)]
            [Entitlement("member")]
            public sealed partial class Groups
            {
                public IEnumerable<Unit> ListAsync() => [];
            }
            """,
            ["Unit", "Mail", "Email", "Groups", "GroupBuilder", "UserBuilder has it"],
            ["Unit", "Help", "HelpUrl", "Groups", "GroupBuilder", "AppBuilder has it"]),

        new("BATON2008", "other trait", """
            [ResourceType("user", Trait.User)]
            public sealed partial class Users
            {
                public IEnumerable<Person> ListAsync() => [];

                static void Map(Person person, [|GroupBuilder|] user) => user.Id(person.Id);
            }
            """, ["Users", "GroupBuilder", "Trait.User", "take a UserBuilder, or declare another trait"]),
        new("BATON2008", "no trait", """
            [ResourceType("user")]
            public sealed partial class Users
            {
                public IEnumerable<Person> ListAsync() => [];

                static UserBuilder Map(Person person, [|UserBuilder|] user) => user.Id(person.Id);
            }
            """, ["Users", "UserBuilder", "no trait", "take a PlainBuilder, or declare the trait"]),

        new("BATON2009", "twice and undefined", Listed("""[ResourceType("user", Trait.User, [|Trait.User|])]""", "A", "UserBuilder") +
            Listed("""[ResourceType("b", new[] { Trait.User, [|(Trait)99|] })]""", "B", "UserBuilder"),
            ["User", "A", "is named twice"], ["99", "B", "does not exist"]),

        new("BATON2010", "no method", """
            [ResourceType("user")]
            public sealed partial class [|Users|]
            {
                static void Map(Person person, PlainBuilder user) => user.Id(person.Id);
            }
            """, ["Users"]),

        new("BATON2011", "result", Lists("public [|Task<List<Person>>|] ListAsync(CancellationToken ct) => throw new InvalidOperationException();"),
            ["Users", "its result 'Task<List<Person>>' is no listing"]),
        new("BATON2011", "several enumerables", Lists("public [|string|] ListAsync() => \"\";"), ["Users", "its result 'string' is no listing"]),
        new("BATON2011", "parameter", Lists("public IAsyncEnumerable<Person> ListAsync([|int|] limit, CancellationToken ct) => throw new InvalidOperationException();"),
            ["Users", "parameter 'limit' has type 'int', for which there is no value"]),
        new("BATON2011", "untyped parent", Lists("public IAsyncEnumerable<Person> ListAsync([|ResourceKey|] parent) => throw new InvalidOperationException();"),
            ["Users", "parameter 'parent' has type 'ResourceKey', for which there is no value"]),
        new("BATON2011", "cursor that cannot be null", Lists("public Task<Page<Person, int>> ListAsync([|int|] cursor) => throw new InvalidOperationException();"),
            ["Users", "the cursor is null on the first page, so parameter 'cursor' has to be 'int?'"]),
        new("BATON2011", "text cursor that cannot be null", Lists("public Task<Page<Person>> ListAsync([|string|] cursor) => throw new InvalidOperationException();"),
            ["Users", "the cursor is null on the first page, so parameter 'cursor' has to be 'string?'"]),
        new("BATON2011", "no cursor", Lists("public Task<Page<Person>> [|ListAsync|](CancellationToken ct) => throw new InvalidOperationException();"),
            ["Users", "it returns pages but takes no cursor 'string?'"]),
        new("BATON2011", "unsupported cursor", Lists("public [|Task<Page<Person, DateTime>>|] ListAsync(DateTime? cursor) => throw new InvalidOperationException();"),
            ["Users", "'DateTime' cannot be a cursor, which is a string, an int, a long, or a positional record of strings, ints, longs, bools and doubles"]),
        new("BATON2011", "record that cannot be a cursor", Lists("public [|Task<Page<Person, After>>|] ListAsync(After? cursor) => throw new InvalidOperationException();") +
            "public sealed record After(DateTime Time);",
            ["Users", "'After' cannot be a cursor, which is a string, an int, a long, or a positional record of strings, ints, longs, bools and doubles"]),
        new("BATON2011", "same value twice", Lists("public IEnumerable<Person> ListAsync(CancellationToken ct, [|CancellationToken|] again) => [];"),
            ["Users", "parameter 'again' asks for the same value as one before it"]),
        new("BATON2011", "generic", Lists("public IEnumerable<Person> [|ListAsync|]<T>() => [];"), ["Users", "it is generic"]),

        new("BATON2012", "models", Lists("""
            public IEnumerable<Person> ListAsync() => [];

            public IEnumerable<Team> [|ListAsync|](ResourceKey<Users> parent) => parent.Id == "root" ? [] : throw new InvalidOperationException();
            """), ["Users", "list different models, 'Person' and 'Team'", "make it one model, or two resource types"]),
        new("BATON2012", "same parent", Lists("""
            public IEnumerable<Person> ListAsync() => [];

            public IEnumerable<Person> ListAsync(ResourceKey<Users> parent) => parent.Id == "root" ? [] : throw new InvalidOperationException();

            public IEnumerable<Person> [|ListAsync|](CancellationToken ct) => [];

            public IEnumerable<Person> [|ListAsync|](CancellationToken ct, ResourceKey<Users> parent) => parent.Id == "root" ? [] : throw new InvalidOperationException();
            """), ["Users", "list without a parent", "make it one method"], ["Users", "list under the same parent", "make it one method"]),

        new("BATON2013", "class without attribute", Lists("public IEnumerable<Person> ListAsync([|ResourceKey<Site>|] site) => [];") + "public sealed class Site;",
            ["Users", "Site"]),

        new("BATON2014", "not static", Maps("void [|Map|](Person person, PlainBuilder user) => user.Id(person.Id);"), ["Users", "it is not static", "Person", "PlainBuilder"]),
        new("BATON2014", "generic", Maps("static void [|Map|]<T>(T person, PlainBuilder user) => user.Id(\"\");"), ["Users", "it is generic", "Person", "PlainBuilder"]),
        new("BATON2014", "one parameter", Maps("static void [|Map|](PlainBuilder user) => user.Id(\"\");"),
            ["Users", "it does not take two parameters by value", "Person", "PlainBuilder"]),
        new("BATON2014", "other model", Maps("static void Map([|Team|] team, PlainBuilder user) => user.Id(team.Id);"),
            ["Users", "ListAsync lists 'Person', not 'Team'", "Person", "PlainBuilder"]),
        new("BATON2014", "no builder", Maps("static void Map(Person person, [|object|] user) { }"), ["Users", "'object' is no builder", "Person", "PlainBuilder"]),
        new("BATON2014", "result", Maps("static [|string|] Map(Person person, PlainBuilder user) => user.Id(person.Id).ToString()!;"),
            ["Users", "its result is 'string'", "Person", "PlainBuilder"]),

        new("BATON2015", "parent of itself", """
            [ResourceType("folder")]
            public sealed partial class [|Folders|]
            {
                public IEnumerable<Folder> ListAsync(ResourceKey<Folders> parent) => parent.Id == "root" ? [] : throw new InvalidOperationException();

                static void Map(Folder folder, PlainBuilder resource) => resource.Id(folder.Id);
            }
            """, ["Folders", "Folders"]),
        new("BATON2015", "circle", """
            [ResourceType("a")]
            public sealed partial class [|A|]
            {
                public IEnumerable<Folder> ListAsync(ResourceKey<B> parent) => parent.Id == "root" ? [] : throw new InvalidOperationException();

                static void Map(Folder folder, PlainBuilder resource) => resource.Id(folder.Id);
            }

            [ResourceType("b")]
            public sealed partial class [|B|]
            {
                public IEnumerable<Folder> ListAsync(ResourceKey<A> parent) => parent.Id == "root" ? [] : throw new InvalidOperationException();

                static void Map(Folder folder, PlainBuilder resource) => resource.Id(folder.Id);
            }
            """, ["A", "B, A"], ["B", "A, B"]),

        new("BATON2016", "display name", Listed($"[ResourceType(\"user\", DisplayName = [|\"{new string('x', 1025)}\"|])]", "A"), ["DisplayName", "A", "1025", "1024"]),
        new("BATON2016", "description of an entitlement", Listed($"[ResourceType(\"user\"), Entitlement(\"member\", Description = [|\"{new string('é', 1025)}\"|])]", "A"),
            ["Description", "entitlement member of A", "2050", "2048"]),

        new("BATON2017", "no resource type", """
            [[|Entitlement|]("member"), [|Grantable|]("member")]
            public sealed class Groups
            {
                [[|Grants|]("member")]
                public IEnumerable<Grantee> Members(Team team) => [];

                [[|Grant|]("member"), [|Revoke|]("member")]
                public Task AddAsync(ResourceKey group, Principal who) => Work.DoneAsync();
            }
            """,
            ["Entitlement", "Groups", "the class is not marked with [ResourceType]"], ["Grantable", "Groups", "the class is not marked with [ResourceType]"],
            ["Grants", "Members", "'Groups' is not marked with [ResourceType]"], ["Grant", "AddAsync", "'Groups' is not marked with [ResourceType]"],
            ["Revoke", "AddAsync", "'Groups' is not marked with [ResourceType]"]),
        new("BATON2017", "parameters of a class", """
            public sealed class Account([[|Map|](To.Id)] string id, [[|Profile|]] string name)
            {
                public string Both => id + name;
            }
            """, ["Map", "id", "a parameter is a property only in a record"], ["Profile", "name", "a parameter is a property only in a record"]),
        new("BATON2017", "no configuration", """
            public sealed record Settings
            {
                [[|Field|]]
                public string? Region { get; init; }
            }
            """, ["Field", "Region", "'Settings' is not marked with [ConnectorConfig]"]),
    ];

    public static TheoryData<string> Names => RuleCase.NamesOf(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Mistake(string name) => RuleCase.VerifyAsync(Cases, name);

    static string Listed(string attributes, string name, string builder = "PlainBuilder") => $$"""
        {{attributes}}
        public sealed partial class {{name}}
        {
            public IEnumerable<Person> ListAsync() => [];

            static void Map(Person person, {{builder}} user) => user.Id(person.Id){{(builder == "UserBuilder" ? ".Login(person.Email)" : "")}};
        }

        """;

    static string Lists(string methods) => $$"""
        [ResourceType("user")]
        public sealed partial class Users
        {
            {{methods}}

            static void Map(Person person, PlainBuilder user) => user.Id(person.Id);
        }

        """;

    static string Maps(string method) => $$"""
        [ResourceType("user")]
        public sealed partial class Users
        {
            public IEnumerable<Person> ListAsync() => [];

            {{method}}
        }
        """;
}
