using Baton.Generators.Analyzers.Tests.Support;
using Baton.Generators.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>Each fix gives exactly this text, and the text has no diagnostic any more.</summary>
public sealed class CodeFixTests
{
    [Fact]
    public async Task Partial_goes_to_the_class_and_to_those_around_it() => await VerifyAsync(new MakePartialFix(), "Make partial", """
        namespace Acme;

        /// <summary>Holds types.</summary>
        class Outer
        {
            // A record around it.
            internal record Middle
            {
                /* the connector */ [Connector("baton-acme")]
                public sealed class AcmeConnector;
            }
        }
        """, """
        namespace Acme;

        /// <summary>Holds types.</summary>
        partial class Outer
        {
            // A record around it.
            internal partial record Middle
            {
                /* the connector */ [Connector("baton-acme")]
                public sealed partial class AcmeConnector;
            }
        }
        """, first: """
        namespace Acme;

        /// <summary>Holds types.</summary>
        partial class Outer
        {
            // A record around it.
            internal record Middle
            {
                /* the connector */ [Connector("baton-acme")]
                public sealed class AcmeConnector;
            }
        }
        """);

    [Fact]
    public async Task Partial_comes_after_attributes_without_modifiers() => await VerifyAsync(new MakePartialFix(), "Make partial", """
        [ConnectorConfig]
        // Settings.
        record Settings;
        """, """
        [ConnectorConfig]
        // Settings.
        partial record Settings;
        """);

    [Fact]
    public async Task Partial_goes_to_all_classes_of_a_file() => await VerifyAllAsync(new MakePartialFix(), """
        static class Types
        {
            [ConnectorConfig]
            internal sealed record Settings;

            [Connector("baton-acme")]
            internal class Acme;
        }
        """, """
        static partial class Types
        {
            [ConnectorConfig]
            internal sealed partial record Settings;

            [Connector("baton-acme")]
            internal partial class Acme;
        }
        """);

    [Fact]
    public async Task Secret_is_added_or_set() => await VerifyAllAsync(new MarkSecretFix(), """
        using SettingAttribute = Baton.FieldAttribute;

        [ConnectorConfig]
        public sealed partial record Settings
        {
            [Field]
            public string? ApiToken { get; init; }

            [Field(
                Description = "Password")]
            public string? Password { get; init; }

            [Setting(Secret = false, Hidden = true)]
            public string? AccessKey { get; init; }
        }
        """, """
        using SettingAttribute = Baton.FieldAttribute;

        [ConnectorConfig]
        public sealed partial record Settings
        {
            [Field(Secret = true)]
            public string? ApiToken { get; init; }

            [Field(
                Description = "Password", Secret = true)]
            public string? Password { get; init; }

            [Setting(Secret = true, Hidden = true)]
            public string? AccessKey { get; init; }
        }
        """);

    [Fact]
    public async Task Secret_is_added_once() => await VerifyAsync(new MarkSecretFix(), "Mark as secret", """
        [ConnectorConfig]
        public sealed partial record Settings
        {
            [Obsolete, Field(Description = "Token")]
            public required string ApiToken { get; init; }
        }
        """, """
        [ConnectorConfig]
        public sealed partial record Settings
        {
            [Obsolete, Field(Description = "Token", Secret = true)]
            public required string ApiToken { get; init; }
        }
        """);

    [Fact]
    public async Task A_setting_gets_the_name_of_the_connector_in_front() => await VerifyAsync(new RenameSettingFix(), "Name it 'acme-file'", """
        [Connector("baton-acme")]
        public sealed partial class Acme;

        [ConnectorConfig]
        public sealed partial record Settings
        {
            [Field(Description = "File")]
            public string? File { get; init; }
        }
        """, """
        [Connector("baton-acme")]
        public sealed partial class Acme;

        [ConnectorConfig]
        public sealed partial record Settings
        {
            [Field(Description = "File", Name = "acme-file")]
            public string? File { get; init; }
        }
        """);

    [Fact]
    public async Task Settings_are_renamed_in_place_and_stay_apart() => await VerifyAllAsync(new RenameSettingFix(), """
        [ConnectorConfig]
        public sealed partial record Settings
        {
            [Field(Name = "client-id", Description = "Application")]
            public string? Application { get; init; }

            [Field(Name = "connector-file")]
            public string? Other { get; init; }

            [Field]
            public string? File { get; init; }
        }
        """, """
        [ConnectorConfig]
        public sealed partial record Settings
        {
            [Field(Name = "connector-client-id", Description = "Application")]
            public string? Application { get; init; }

            [Field(Name = "connector-file")]
            public string? Other { get; init; }

            [Field(Name = "connector-file-2")]
            public string? File { get; init; }
        }
        """);

    [Fact]
    public async Task An_entitlement_is_declared() => await VerifyAsync(new DeclareEntitlementFix(), "Declare entitlement 'member'", Group("""
            // Teams.
            [ResourceType("group", Trait.Group)]
        """), Group("""
            // Teams.
            [ResourceType("group", Trait.Group)]
            [Entitlement("member")]
        """));

    [Fact]
    public async Task An_entitlement_that_code_names_is_declared() => await VerifyAsync(new DeclareEntitlementFix(), "Declare entitlement 'owner'", Named("""
            [ResourceType("group", Trait.Group)]
            [Entitlement("member")]
        """), Named("""
            [ResourceType("group", Trait.Group)]
            [Entitlement("member")]
        """, "\n    [Entitlement(\"owner\")]"));

    [Fact]
    public async Task Entitlements_are_declared_once_each() => await VerifyAllAsync(new DeclareEntitlementFix(), Group("""
            [ResourceType("group", Trait.Group), Grantable("owner", typeof(Groups)), Grantable("owner", typeof(Groups))]
        """), Group("""
            [ResourceType("group", Trait.Group), Grantable("owner", typeof(Groups)), Grantable("owner", typeof(Groups))]
            [Entitlement("owner")]
            [Entitlement("member")]
        """));

    [Fact]
    public async Task An_entitlement_is_declared_on_a_part_without_attributes() => await VerifyAsync(new DeclareEntitlementFix(), "Declare entitlement 'member'", """
        [ResourceType("group", Trait.Group)]
        public sealed partial class Groups
        {
            public IEnumerable<Team> ListAsync() => [];

            static void Map(Team team, GroupBuilder group) => group.Id(team.Id);
        }

        // Provisioning.
        partial class Groups
        {
            [Grant("member"), Revoke("member")]
            public Task ChangeAsync(ResourceKey group, Principal who) => Work.DoneAsync();
        }
        """, """
        [ResourceType("group", Trait.Group)]
        public sealed partial class Groups
        {
            public IEnumerable<Team> ListAsync() => [];

            static void Map(Team team, GroupBuilder group) => group.Id(team.Id);
        }

        // Provisioning.
        [Entitlement("member")]
        partial class Groups
        {
            [Grant("member"), Revoke("member")]
            public Task ChangeAsync(ResourceKey group, Principal who) => Work.DoneAsync();
        }
        """);

    [Fact]
    public async Task An_empty_slug_cannot_be_declared()
    {
        using var test = new FixTest("""
            [ResourceType("group", Trait.Group)]
            public sealed partial class Groups
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, GroupBuilder group) => group.Id(team.Id);

                [Grants("")]
                public IEnumerable<Grantee> Members(Team team) => [];
            }
            """);
        Assert.Empty(await test.OfferedAsync(new DeclareEntitlementFix()));
    }

    [Fact]
    public void Every_fix_can_repair_everything_at_once()
    {
        var fixes = typeof(MakePartialFix).Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!).ToList();
        Assert.All(fixes, static fix => Assert.NotNull(fix.GetFixAllProvider()));
        Assert.True(fixes.Count >= 15, $"{fixes.Count} fixes");
    }

    static string Named(string attributes, string added = "") => $$"""
        namespace Acme
        {
        {{attributes}}
            [Grantable("member", typeof(Groups))]{{added}}
            public sealed partial class Groups
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, GroupBuilder group) => group.Id(team.Id);

                [Grants]
                public static IEnumerable<Grantee> Owners(Team team) => [Grantee.Group<Groups>(team.Name).For("owner")];
            }
        }
        """;

    static string Group(string attributes) => $$"""
        namespace Acme
        {
        {{attributes}}
            public sealed partial class Groups
            {
                public IEnumerable<Team> ListAsync() => [];

                static void Map(Team team, GroupBuilder group) => group.Id(team.Id);

                [Grants("member")]
                public IEnumerable<ResourceGrant> Members() => [];
            }
        }
        """;

    static async Task VerifyAsync(CodeFixProvider provider, string title, string source, string expected, string? first = null)
    {
        using var test = new FixTest(source);
        var applied = await test.ApplyAsync(provider);
        Assert.Equal(title, applied.Title);
        Assert.Equal((first ?? expected).ReplaceLineEndings("\n"), applied.Source);
        if (first is not null)
            Assert.Equal(expected.ReplaceLineEndings("\n"), await test.ApplyAllAsync(provider));
        await IsCleanAsync(expected);
    }

    static async Task VerifyAllAsync(CodeFixProvider provider, string source, string expected)
    {
        using var test = new FixTest(source);
        Assert.Equal(expected.ReplaceLineEndings("\n"), await test.ApplyAllAsync(provider));
        await IsCleanAsync(expected);
    }

    /// <summary>To whom an entitlement is grantable is for the author to say.</summary>
    static async Task IsCleanAsync(string source) => Expect.None(
        (await Analysis.RunAsync(TestCompilation.Create([("Prelude.cs", TestCompilation.Prelude), ("Test.cs", source)]).WithGeneratedCode()))
            .Where(diagnostic => diagnostic.Id != "BATON3010"));
}
