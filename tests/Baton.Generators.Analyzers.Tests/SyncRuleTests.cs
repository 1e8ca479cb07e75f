using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>Mistakes in the methods that a sync calls besides listing.</summary>
public sealed class SyncRuleTests
{
    internal static readonly RuleCase[] Cases =
    [
        new("BATON2051", "result", Gets("public [|Task<string>|] GetAsync(ResourceKey key) => throw new InvalidOperationException();"),
            ["Person", "Users", "its result 'Task<string>' is not Task<Person?>"]),
        new("BATON2051", "no key", Gets("public Task<Person?> [|GetAsync|](CancellationToken ct) => throw new InvalidOperationException();"),
            ["Person", "Users", "it needs exactly one parameter of type ResourceKey"]),
        new("BATON2051", "text for a key", Gets("public Task<Person?> GetAsync([|string|] id) => throw new InvalidOperationException();"),
            ["Person", "Users", "parameter 'id' has type 'string', for which there is no value"]),
        new("BATON2051", "key of another type", Gets("public Task<Person?> GetAsync([|ResourceKey<Teams>|] key) => throw new InvalidOperationException();") + """
            [ResourceType("team", Trait.Group)]
            [Entitlement("member")]
            public sealed partial class Teams
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, GroupBuilder resource) => resource.Id(team.Id);
            }
            """, ["Person", "Users", "parameter 'key' has type 'ResourceKey<Teams>', for which there is no value"]),
        new("BATON2051", "twice", Gets("""
            public Task<Person?> GetAsync(ResourceKey key) => throw new InvalidOperationException();

                public Task<Person?> [|GetAsync|](ResourceKey key, CancellationToken ct) => throw new InvalidOperationException();
            """), ["Person", "Users", "there is one already"]),

        new("BATON3051", "result", Entitled("public [|IEnumerable<string>|] Roles(Person person) => [];"),
            ["Person", "Users", "Roles", "its result 'IEnumerable<string>' does not list DynamicEntitlement or ResourceEntitlement"]),
        new("BATON3051", "no resource", Entitled("public IEnumerable<DynamicEntitlement> [|Roles|]() => [];"),
            ["Person", "Users", "Roles",
                "it takes no resource: take the model 'Person' or a ResourceKey, or yield ResourceEntitlement for the whole type"]),
        new("BATON3051", "whole type with a resource", Entitled("public IEnumerable<ResourceEntitlement> [|Roles|](Person person) => [];"),
            ["Person", "Users", "Roles", "it takes a resource, so it has to yield DynamicEntitlement; ResourceEntitlement is for the whole type"]),
        new("BATON3051", "pages of a model",
            Entitled("public Task<Page<DynamicEntitlement>> [|Roles|](Person person, string? cursor) => throw new InvalidOperationException();"),
            ["Person", "Users", "Roles", "pages are asked for after listing, when there is no model any more: take a ResourceKey"]),
        new("BATON3051", "twice", Entitled("""
            public IEnumerable<DynamicEntitlement> Roles(Person person) => [];

                [Entitlements]
                public IEnumerable<DynamicEntitlement> [|More|](ResourceKey key) => [];
            """), ["Person", "Users", "More", "there is one already, and one yields all"]),

        new("BATON3004", "annotation of an entitlement", """
            [ResourceType("user")]
            [EntitlementAnnotation([|"use"|], "acme.v1.Marker")]
            public sealed partial class Users
            {
                public IEnumerable<Person> ListAsync() => [];

                static void Map(Person person, PlainBuilder user) => user.Id(person.Id);
            }
            """, ["EntitlementAnnotation", "use", "Users", ""]),
        new("BATON3006", "model of another type", Entitled("""
            public IEnumerable<DynamicEntitlement> Roles(Person person) => [];

                [Grants]
                public [|IEnumerable<ResourceGrant<Team>>|] All() => [];
            """), ["Person", "Users", "All", "its result 'IEnumerable<ResourceGrant<Team>>' does not list Grantee or ResourceGrant"]),
        new("BATON3007", "any entitlement without its slug", Entitled("""
            public IEnumerable<DynamicEntitlement> Roles(Person person) => [];

                [Grant]
                public Task [|AddAsync|](ResourceKey key, Principal who) => throw new InvalidOperationException();

                [Revoke]
                public Task RemoveAsync(string slug, ResourceKey key, Principal who) => throw new InvalidOperationException();
            """), ["GrantOutcome", "Users", "AddAsync", "Grant", "it needs exactly one parameter of type string, for the slug"]),
        new("BATON3009", "any entitlement", Entitled("""
            public IEnumerable<DynamicEntitlement> Roles(Person person) => [];

                [[|Grant|]]
                public Task AddAsync(ResourceKey key, Principal who, string slug) => throw new InvalidOperationException();
            """), ["(any)", "Users", "Grant", "Revoke"]),
    ];

    public static TheoryData<string> Names => RuleCase.NamesOf(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Mistake(string name) => RuleCase.VerifyAsync(Cases, name);

    static string Entitled(string methods) => Gets("[Entitlements]\n    " + methods);

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
