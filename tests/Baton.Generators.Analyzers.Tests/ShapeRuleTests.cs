using System.Globalization;
using Baton.Generators.Analyzers.Tests.Support;
using Baton.Generators.Baseline;
using Baton.Generators.CodeFixes;
using Baton.Generators.Emit;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>Changes that C1 would take for deletions, against the shape of the version before.</summary>
public sealed class ShapeRuleTests
{
    const string Base = """
        [Connector("baton-acme")]
        public sealed partial class Acme;

        [ConnectorConfig]
        public sealed partial record Settings
        {
            [Field] public string? Town { get; init; }

            [Field] public long Depth { get; init; }
        }

        public sealed record Row(string Domain, string Number, string Id);

        [ResourceType("org")]
        public sealed partial class Orgs
        {
            public IEnumerable<Row> ListAsync() => [];

            static void Map(Row row, PlainBuilder org) => org.Id(row.Domain + "/" + row.Number);
        }

        [ResourceType("team", Trait.Group, Trait.App)]
        [Entitlement("member", Purpose = Purpose.Assignment)]
        [Entitlement("admin")]
        [Grantable("member", typeof(Orgs))]
        public sealed partial class Teams(Api api)
        {
            public IEnumerable<Team> ListAsync(ResourceKey<Orgs> org) => [new(org.Id, "")];

            [Grant("member")]
            public Task AddAsync(ResourceKey team, Principal who, CancellationToken ct) => api.AddAsync(team.Id, who.Id, ct);

            [Revoke("member")]
            public Task RemoveAsync(ResourceKey team, Principal who, CancellationToken ct) => api.RemoveAsync(team.Id, who.Id, ct);

            static void Map(Team t, GroupBuilder team)
            {
                var key = t.Id.Trim();
                team.Id(key).DisplayName(t.Name);
            }
        }

        """;

    const string Shape = """
        {
          "connector": "baton-acme",
          "resourceTypes": {
            "org": {
              "idRule": "model.Domain + '/' + model.Number",
              "atRoot": true,
              "capabilities": [
                "SYNC"
              ]
            },
            "team": {
              "idRule": "model.Id.Trim()",
              "parents": [
                "org"
              ],
              "traits": [
                "App",
                "Group"
              ],
              "entitlements": [
                "admin",
                "member"
              ],
              "capabilities": [
                "PROVISION",
                "SYNC"
              ]
            }
          },
          "settings": {
            "depth": {
              "type": "int"
            },
            "town": {
              "type": "string"
            }
          }
        }
        """;

    internal static readonly RuleCase[] Cases =
    [
        Changed("BATON7001", "renamed", "\"org\"", "[|\"organization\"|]", ["org", "is 'organization' now"]),
        Changed("BATON7001", "renamed by a constant", "\"org\"", "[|Names.Org|]", ["org", "is 'orgs' now"],
            more: "static class Names { public const string Org = \"orgs\"; }"),
        new("BATON7001", "no longer there", "[Connector(\"baton-acme\")] public sealed partial class [|Acme|];",
            ["org", "no class has it any more"]) { Shape = """{ "resourceTypes": { "org": {} } }""" },
        Changed("BATON7002", "renamed", "[Entitlement(\"admin\")]", "[Entitlement([|\"owner\"|])]", ["admin", "team", "is 'owner' now"]),
        Changed("BATON7002", "no longer there", "[Entitlement(\"admin\")]\n", "", ["admin", "team", "is declared no more"], "class Teams", "class [|Teams|]"),
        Changed("BATON7003", "other expression", "row.Domain + \"/\" + row.Number", "[|row.Id|]", ["org", "model.Domain + '/' + model.Number", "model.Id"]),
        Changed("BATON7003", "behind a variable", "t.Id.Trim()", "t.Id", ["team", "model.Id.Trim()", "model.Id"], "team.Id(key)", "team.Id([|key|])"),
        Changed("BATON7003", "by attributes", "static void Map(Row row, PlainBuilder org) => org.Id(row.Domain + \"/\" + row.Number);", "",
            ["org", "model.Domain + '/' + model.Number", "model.Id"], "string Number, string Id)", "string Number, [property: Map(To.Id)] string [|Id|])"),
        Changed("BATON7004", "at the root now", "ListAsync(ResourceKey<Orgs> org) => [new(org.Id, \"\")]", "[|ListAsync|]() => []",
            ["team", "under 'org'", "without a parent"]),
        Changed("BATON7004", "under a parent now", "public IEnumerable<Row> ListAsync() => [];",
            "public IEnumerable<Row> [|ListAsync|](ResourceKey<Teams> team) => [new(team.Id, team.Id, team.Id)];", ["org", "without a parent", "under 'team'"],
            "ListAsync(ResourceKey<Orgs> org) => [new(org.Id, \"\")];", "ListAsync() => [];\n\npublic IEnumerable<Team> ListAsync(ResourceKey<Orgs> org) => [new(org.Id, \"\")];"),
        Changed("BATON7005", "gone", "Trait.Group, Trait.App", "[|Trait.Group|]", ["team", "App", "Trait.Group"]),
        Changed("BATON7006", "methods gone", """
                [Grant("member")]
                public Task AddAsync(ResourceKey team, Principal who, CancellationToken ct) => api.AddAsync(team.Id, who.Id, ct);

                [Revoke("member")]
                public Task RemoveAsync(ResourceKey team, Principal who, CancellationToken ct) => api.RemoveAsync(team.Id, who.Id, ct);
            """, "", ["Resource type 'team'", "PROVISION"], "class Teams", "class [|Teams|]"),
        new("BATON7006", "connector", "[Connector(\"baton-acme\")] public sealed partial class [|Acme|];",
            ["Connector 'baton-acme'", "TICKETING"]) { Shape = """{ "capabilities": ["TICKETING"], } // "later": 1""" },
        Changed("BATON7007", "renamed", "string? Town", "string? [|City|]", ["town", "is 'city' now", "keep the name"]),
        Changed("BATON7007", "gone", "[Field] public string? Town { get; init; }", "", ["town", "is gone", "keep the name"], "record Settings", "record [|Settings|]"),
        Changed("BATON7007", "of another type", "string? Town", "int? [|Town|]",
            ["town", "was of type string and is of type int now", "keep the type, or add a setting beside it"]),
        Changed("BATON7007", "required", "string? Town", "required string [|Town|]", ["town", "could be left out and is required now", "give it a default"]),
        Changed("BATON7007", "new and required", "[Field] public string? Town", "[Field] public required string [|Area|] { get; init; }\n\n[Field] public string? Town",
            ["area", "is new and required", "give it a default"]),
        new("BATON7007", "no configuration any more", "[Connector(\"baton-acme\")] public sealed partial class [|Acme|];",
            ["town", "is gone", "keep it"]) { Shape = """{ "settings": { "town": {} } }""" },
        Broken("no object", "[|7|]", "it has to be an object"),
        Broken("conflict", "{\n[|<|]<<<<<< HEAD\n}", "the name of a member is expected here, in quotation marks"),
        Broken("empty", "[||]", "a value is expected here"),
        Broken("cut off", "{ \"resourceTypes\": { \"org\": { \"idRule\": \"model.I[||]", "the text has no end"),
        Broken("another kind", "{ \"resourceTypes\": [|7|] }", "'resourceTypes' has to be an object"),
        Broken("texts", "{ \"capabilities\": [ [|1|] ] }", "'capabilities' has to hold texts"),
    ];

    public static TheoryData<string> Names => RuleCase.NamesOf(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Mistake(string name) => RuleCase.VerifyAsync(Cases, name);

    [Theory]
    [InlineData("", "")]
    [InlineData("row.Domain + \"/\" + row.Number", "x.Domain  +\n \"/\" + /* two parts */ x.Number")]
    [InlineData("[Entitlement(\"admin\")]", "[Entitlement(\"admin\")] [Entitlement(\"guest\")]")]
    [InlineData("Trait.Group, Trait.App", "Trait.App, Trait.Group")]
    [InlineData("[ResourceType(\"org\")]", "[ResourceType(\"org\", DisplayName = \"Organization\")]")]
    [InlineData("[Field] public string? Town", "[Field] public bool Old { get; init; }\n[Field] public Uri? Town")]
    public async Task What_breaks_nothing_is_no_mistake(string text, string by)
    {
        var source = text.Length == 0 ? Base : Base.Replace(text, by, StringComparison.Ordinal).Replace("Map(Row row", by.Contains("x.Domain", StringComparison.Ordinal) ? "Map(Row x" : "Map(Row row", StringComparison.Ordinal);
        Assert.Equal(text.Length > 0, source != Base);
        Expect.None(await AnalyzeAsync(source));
    }

    [Fact]
    public async Task A_change_can_be_accepted()
    {
        var changed = Base.Replace("\"org\"", "\"organization\"", StringComparison.Ordinal);
        Assert.NotEmpty(await AnalyzeAsync(changed));
        Expect.None(await AnalyzeAsync(changed, ("BatonAcceptShape", "true")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_can_be_accepted_in_the_editor(bool all)
    {
        var changed = Base.Replace("\"org\"", "\"organization\"", StringComparison.Ordinal).Replace("string? Town", "int? Town", StringComparison.Ordinal);
        using var test = new FixTest(changed, Shape);
        var written = await test.ApplyToShapeAsync(new AcceptShapeFix(), all);
        Assert.Contains("\"organization\": {", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\"org\"", written, StringComparison.Ordinal);
        Expect.None(await Analysis.RunAsync(Compile(changed), new TextFile("connector.shape.json", written).With()));
    }

    [Fact]
    public async Task A_change_is_not_accepted_while_a_class_has_mistakes()
    {
        using var test = new FixTest(Base.Replace("\"org\"", "\"organization\"", StringComparison.Ordinal).Replace("partial class Teams", "class Teams", StringComparison.Ordinal), Shape);
        Assert.Empty(await test.OfferedAsync(new AcceptShapeFix()));
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_an_error_at_the_file()
    {
        var options = new TextFile("/acme/connector.shape.json", null).With();
        var found = Assert.Single(await Analysis.RunAsync(Compile(Base), options));
        Assert.Equal("BATON7008", found.Id);
        Assert.Equal("/acme/connector.shape.json", found.Location.GetLineSpan().Path);
        Assert.Contains("it cannot be opened", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        var parsed = Parsed.Source(Base);
        var written = ShapeDocument.Of(ShapeParts.Whole(
            parsed.Connectors.Values.Single(), new([.. parsed.ResourceTypes.Values.Select(ShapeParts.Of)]), parsed.Configs.Values.Single()));
        Assert.Equal(Shape.ReplaceLineEndings("\n"), written);
        Assert.Equal(written, ShapeDocument.Of(ShapeReader.Read(written)));
        Assert.DoesNotContain('\\', written);
    }

    [Fact]
    public void No_text_makes_the_reader_throw_anything_but_its_own()
    {
        var random = new Random(44);
        var (good, bad) = (0, 0);
        for (var round = 0; round < 2000; round++)
        {
            var text = Mutations.Apply(Shape, random);
            try
            {
                _ = ShapeReader.Read(text);
                good++;
            }
            catch (JsonFault fault)
            {
                Assert.InRange(fault.At, 0, text.Length);
                bad++;
            }
        }
        Assert.True(good > 100 && bad > 100, $"{good} good and {bad} bad files");
    }

    static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> AnalyzeAsync(
        string source, params (string Property, string Value)[] properties) =>
        Analysis.RunAsync(Compile(source), new TextFile("connector.shape.json", Shape).With(properties));

    static Microsoft.CodeAnalysis.Compilation Compile(string source) =>
        TestCompilation.Create([("Prelude.cs", TestCompilation.Prelude), ("Test.cs", source)]).WithGeneratedCode();

    static RuleCase Changed(string id, string name, string text, string by, string[] arguments, string? second = null, string? secondBy = null, string more = "")
    {
        Assert.Contains(text.ReplaceLineEndings("\n"), Base.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var source = Base.ReplaceLineEndings("\n").Replace(text.ReplaceLineEndings("\n"), by, StringComparison.Ordinal);
        return new(id, name, (second is null ? source : source.Replace(second, secondBy, StringComparison.Ordinal)) + more, arguments) { Shape = Shape };
    }

    static RuleCase Broken(string name, string shape, string reason) =>
        new("BATON7008", name, "[Connector(\"baton-acme\")] public sealed partial class Acme;", ["connector.shape.json", reason]) { Shape = shape };
}
