using Baton.Generators.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace Baton.Generators.Analyzers.Tests;

public sealed class ConnectorRuleTests
{
    internal static readonly RuleCase[] Cases =
    [
        new("BATON0001", "old language", """
            [Connector("baton-acme")]
            public sealed partial class [|Acme|]
            {
            }
            """, ["Acme", "12.0", "11.0"]) { Language = LanguageVersion.CSharp11 },

        new("BATON1001", "connector", """
            [Connector("baton-acme")]
            public sealed class [|Acme|];
            """, ["Acme", "Connector", "Acme"]),
        new("BATON1001", "resource type and what is around it", """
            public class [|Outer|]
            {
                public partial class Middle
                {
                    [ResourceType("user")]
                    public sealed class [|Users|]
                    {
                        public IEnumerable<Person> ListAsync() => [];

                        static void Map(Person person, PlainBuilder user) => user.Id(person.Id);
                    }
                }
            }
            """, ["Outer.Middle.Users", "ResourceType", "Outer"], ["Outer.Middle.Users", "ResourceType", "Users"]),
        new("BATON1001", "configuration", """
            [ConnectorConfig]
            public sealed record [|Settings|];
            """, ["Settings", "ConnectorConfig", "Settings"]),

        new("BATON1002", "generic", """
            [Connector("baton-acme")]
            public sealed partial class [|Acme|]<T>;
            """, ["Acme<T>", "Connector"]),
        new("BATON1002", "in a generic type", """
            public partial class Outer<T>
            {
                [ConnectorConfig]
                public sealed partial record [|Settings|];
            }
            """, ["Outer<T>.Settings", "ConnectorConfig"]),

        new("BATON1003", "local to the file", """
            [Connector("baton-acme")]
            file sealed partial class [|Acme|];
            """, ["Acme", "Acme", "local to its file"]),
        new("BATON1003", "private", """
            public partial class Outer
            {
                [ConnectorConfig]
                private sealed partial record [|Settings|];
            }
            """, ["Outer.Settings", "Settings", "private"]),
        new("BATON1003", "in a protected type", """
            public partial class Outer
            {
                protected partial class Middle
                {
                    [ConnectorConfig]
                    public sealed partial record [|Settings|];
                }
            }
            """, ["Outer.Middle.Settings", "Middle", "protected"]),
        new("BATON1003", "private protected", """
            public partial class Outer
            {
                [ConnectorConfig]
                private protected sealed partial record [|Settings|];
            }
            """, ["Outer.Settings", "Settings", "private protected"]),

        new("BATON1004", "abstract", """
            [Connector("baton-acme")]
            public abstract partial class [|Acme|]
            {
                public Acme()
                {
                }
            }
            """, ["Acme", "Connector", "is abstract", "remove the modifier, or annotate the classes derived from it"]),
        new("BATON1004", "required member", """
            [Connector("baton-acme")]
            public sealed partial class [|Acme|]
            {
                public required string Region { get; init; }
            }
            """, ["Acme", "Connector", "has the required member 'Region'", "take the value in the constructor"]),

        new("BATON1005", "two connectors", """
            [Connector("baton-acme")]
            public sealed partial class Acme;

            [[|Connector|]("baton-other")]
            public sealed partial class Other;
            """, ["Acme", "Other"]),

        new("BATON1006", "blank", """
            [Connector([|"baton acme"|])]
            public sealed partial class Acme;
            """, ["baton acme", "Acme"]),
        new("BATON1006", "empty constant", """
            [Connector(DisplayName = "Acme", name: [|Names.Program|])]
            public sealed partial class Acme;

            static class Names
            {
                public const string Program = "";
            }
            """, ["", "Acme"]),

        new("BATON1007", "two constructors", """
            [Connector("baton-acme")]
            public sealed partial class [|Acme|]
            {
                public Acme()
                {
                }

                internal Acme(Api api)
                {
                }
            }
            """, ["Acme", "2"]),
        new("BATON1007", "none", """
            [Connector("baton-acme")]
            public sealed partial class [|Acme|]
            {
                Acme()
                {
                }
            }
            """, ["Acme", "no"]),

        new("BATON1008", "text and number", """
            [Connector("baton-acme")]
            public sealed partial class Acme([|string|] address, [|int|] retries = 3);
            """,
            ["address", "string", "Acme", "a text is no service; take the [ConnectorConfig] record, which holds the settings"],
            ["retries", "int", "Acme", "a value is no service; take the [ConnectorConfig] record, which holds the settings"]),
        new("BATON1008", "by reference", """
            [Connector("baton-acme")]
            public sealed partial class Acme
            {
                public Acme(in [|Api|] api)
                {
                }
            }
            """, ["api", "Api", "Acme", "it is passed by reference; take it by value"]),

        new("BATON1009", "circle", """
            [Connector("baton-acme")]
            public sealed partial class Acme([|Cache|] cache);

            public sealed class Cache(Loader loader);

            public sealed class Loader(Cache cache);
            """, ["Cache", "Cache -> Loader -> Cache"]),
        new("BATON1009", "through resource types", """
            [ResourceType("user")]
            public sealed partial class Users([|Groups|] groups)
            {
                public IEnumerable<Person> ListAsync() => [];

                static void Map(Person person, PlainBuilder user) => user.Id(person.Id);
            }

            [ResourceType("group")]
            public sealed partial class Groups([|Users|] users)
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, PlainBuilder group) => group.Id(team.Id);
            }
            """, ["Users", "Users -> Groups -> Users"], ["Groups", "Groups -> Users -> Groups"]),

        new("BATON1010", "interface", """
            [Connector("baton-acme")]
            public sealed partial class Acme([|IClock|] clock);

            public interface IClock;
            """, ["Acme", "IClock", "is an interface", "Acme"]),
        new("BATON1010", "further away", """
            [Connector("baton-acme")]
            public sealed partial class Acme(Api api, [|Cache|] cache, IClock? clock = null);

            public sealed class Cache(Store store);

            public abstract class Store;

            public interface IClock;
            """, ["Cache", "Store", "is abstract", "Acme"]),
        new("BATON1010", "constructor with texts", """
            [Connector("baton-acme")]
            public sealed partial class Acme([|Endpoint|] endpoint);

            public sealed class Endpoint(string address);
            """, ["Acme", "Endpoint", "has no constructor that generated code can call", "Acme"]),

        new("BATON1011", "result", """
            [Connector("baton-acme")]
            public sealed partial class Acme
            {
                public async [|Task<bool>|] ValidateAsync(CancellationToken ct)
                {
                    await Work.DoneAsync();
                    return true;
                }
            }
            """, ["Acme", "its result is 'Task<bool>', and it reports a failure by throwing"]),
        new("BATON1011", "parameter", """
            [Connector("baton-acme")]
            public sealed partial class Acme
            {
                public Task ValidateAsync([|Api|] api, CancellationToken ct) => api.PingAsync(ct);
            }
            """, ["Acme", "parameter 'api' has type 'Api', for which there is no value"]),
        new("BATON1011", "two of them", """
            [Connector("baton-acme")]
            public sealed partial class Acme
            {
                public Task ValidateAsync() => Work.DoneAsync();

                public Task [|ValidateAsync|](CancellationToken ct) => Work.DoneAsync();
            }
            """, ["Acme", "there are several methods of this name"]),

        new("BATON1012", "not static", """
            using Microsoft.Extensions.DependencyInjection;

            [Connector("baton-acme")]
            public sealed partial class Acme
            {
                void [|ConfigureServices|](IServiceCollection services)
                {
                }
            }
            """, ["Acme", "it is not static, and runs before there is a connector"]),
        new("BATON1012", "result", """
            using Microsoft.Extensions.DependencyInjection;

            [Connector("baton-acme")]
            public sealed partial class Acme
            {
                static [|IServiceCollection|] ConfigureServices(IServiceCollection services) => services;
            }
            """, ["Acme", "its result is 'IServiceCollection'"]),
        new("BATON1012", "no collection", """
            [Connector("baton-acme")]
            public sealed partial class Acme
            {
                static void [|ConfigureServices|]()
                {
                }
            }
            """, ["Acme", "it does not take an IServiceCollection and, if wanted, the configuration"]),
        new("BATON1012", "generic", """
            using Microsoft.Extensions.DependencyInjection;

            [Connector("baton-acme")]
            public sealed partial class Acme
            {
                static void [|ConfigureServices|]<T>(IServiceCollection services)
                {
                }
            }
            """, ["Acme", "it is generic"]),
        new("BATON1012", "by reference", """
            using Microsoft.Extensions.DependencyInjection;

            [Connector("baton-acme")]
            public sealed partial class Acme
            {
                static void ConfigureServices(ref [|IServiceCollection|] services)
                {
                }
            }
            """, ["Acme", "parameter 'services' is passed by reference"]),
    ];

    public static TheoryData<string> Names => RuleCase.NamesOf(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Mistake(string name) => RuleCase.VerifyAsync(Cases, name);
}
