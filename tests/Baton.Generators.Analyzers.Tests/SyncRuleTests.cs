using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>Mistakes in the methods that a sync calls besides listing.</summary>
public sealed class SyncRuleTests
{
    internal static readonly RuleCase[] Cases =
    [
        new("BATON2051", "result", Gets("public [|Task<string>|] GetAsync(ResourceKey key) => throw new NotSupportedException();"),
            ["Person", "Users", "its result 'Task<string>' is not Task<Person?>"]),
        new("BATON2051", "no key", Gets("public Task<Person?> [|GetAsync|](CancellationToken ct) => throw new NotSupportedException();"),
            ["Person", "Users", "it needs exactly one parameter of type ResourceKey"]),
        new("BATON2051", "text for a key", Gets("public Task<Person?> GetAsync([|string|] id) => throw new NotSupportedException();"),
            ["Person", "Users", "parameter 'id' has type 'string', for which there is no value"]),
        new("BATON2051", "key of another type", Gets("public Task<Person?> GetAsync([|ResourceKey<Teams>|] key) => throw new NotSupportedException();") + """
            [ResourceType("team", Trait.Group)]
            public sealed partial class Teams
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, GroupBuilder resource) => resource.Id(team.Id);
            }
            """, ["Person", "Users", "parameter 'key' has type 'ResourceKey<Teams>', for which there is no value"]),
        new("BATON2051", "twice", Gets("""
            public Task<Person?> GetAsync(ResourceKey key) => throw new NotSupportedException();

                public Task<Person?> [|GetAsync|](ResourceKey key, CancellationToken ct) => throw new NotSupportedException();
            """), ["Person", "Users", "there is one already"]),
    ];

    public static TheoryData<string> Names => RuleCase.NamesOf(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Mistake(string name) => RuleCase.VerifyAsync(Cases, name);

    static string Gets(string methods) => $$"""
        [ResourceType("user")]
        public sealed partial class Users
        {
            public IEnumerable<Person> ListAsync() => [];

            {{methods}}

            static void Map(Person person, PlainBuilder user) => user.Id(person.Id);
        }

        """;
}
