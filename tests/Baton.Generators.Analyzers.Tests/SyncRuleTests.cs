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

        new("BATON2052", "typed key and ids only", """
            [ResourceType("team")]
            public sealed partial class Teams
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, PlainBuilder resource) => resource.Id(team.Id);
            }

            [ResourceType("a")]
            public sealed partial class A
            {
                public IEnumerable<Person> ListAsync(ResourceKey<Teams> team) => [new(team.Id, "", "", true)];

                public Task<Person?> GetAsync([|ResourceKey<A>|] key) => Task.FromResult<Person?>(new(key.Id, "", "", true));

                static void Map(Person person, PlainBuilder resource) => resource.Id(person.Id);
            }

            [ResourceType("b")]
            public sealed partial class B
            {
                public IEnumerable<Person> ListAsync(ResourceKey<Teams> team) => [new(team.Id, "", "", true)];

                public Task<Person?> [|GetAsync|](ResourceKey which) => Task.FromResult<Person?>(new(which.Type + which.Id, "", "", true));

                static void Map(Person person, PlainBuilder resource) => resource.Id(person.Id);
            }

            [ResourceType("c")]
            public sealed partial class Fine
            {
                public IEnumerable<Person> ListAsync(ResourceKey<Teams> team) => [new(team.Id, "", "", true)];

                public Task<Person?> GetAsync(ResourceKey key) => Task.FromResult(Find(key));

                static Person? Find(ResourceKey key) => key.Parent is null ? null : new(key.Id, key.Parent.Id, "", true);

                static void Map(Person person, PlainBuilder resource) => resource.Id(person.Id);
            }
            """, ["A", "'ResourceKey<A>' has none, so take a ResourceKey"], ["B", "look at which.Parent"]),

        new("BATON3052", "groups", Declared("""
            [Entitlement("a", ExclusionGroup = "g", ExclusionDefault = true)]
            [Entitlement("b", ExclusionGroup = "g", ExclusionDefault = [|true|])]
            [Entitlement("c", ExclusionGroup = [|"g"|], ExclusionAcrossResources = true)]
            [Entitlement("d", ExclusionOrder = [|1|])]
            [Entitlement("e", ExclusionGroup = "other", ExclusionDefault = true)]
            """),
            ["b", "Users", "'a' is the default of group 'g' already"],
            ["c", "Users", "'a' says otherwise whether group 'g' spans all resources, so they would be in two groups"],
            ["d", "Users", "ExclusionOrder is for a group, and ExclusionGroup names none"]),
        new("BATON3052", "too many",
            Declared(string.Concat(Enumerable.Range(0, 50).Select(static i => $"[Entitlement(\"e{i}\", ExclusionGroup = \"g\")]\n")) +
                "[Entitlement(\"last\", ExclusionGroup = [|\"g\"|])]"),
            ["last", "Users", "group 'g' has 50 entitlements already, and more are not allowed"]),

        new("BATON3053", "grants and entitlements", """
            [ResourceType("user", SkipGrants = [|true|], SkipEntitlements = [|true|])]
            [Entitlement("use"), Grantable("use", typeof(Users))]
            public sealed partial class Users
            {
                public IEnumerable<Person> ListAsync() => [];

                static void Map(Person person, PlainBuilder user) => user.Id(person.Id);

                [Grants("use")]
                public IEnumerable<Grantee> Holders(Person person) => [Grantee.Of<Users>(person.Id)];
            }

            [ResourceType("team", SkipEntitlements = [|true|])]
            public sealed partial class Teams
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, PlainBuilder resource) => resource.Id(team.Id);

                [Entitlements]
                public IEnumerable<DynamicEntitlement> Roles(Team team) => [new(team.Name)];
            }
            """, ["Users", "SkipGrants", "[Grants] method 'Holders'"], ["Users", "SkipEntitlements", "[Entitlement(\"use\")]"],
            ["Teams", "SkipEntitlements", "[Entitlements] method 'Roles'"]),

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

    static string Declared(string attributes) => $$"""
        {{attributes}}
        [ResourceType("user")]
        public sealed partial class Users
        {
            public IEnumerable<Person> ListAsync() => [];

            static void Map(Person person, PlainBuilder user) => user.Id(person.Id);
        }

        """;

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
