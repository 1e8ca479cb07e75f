using Baton.Generators.Emit;
using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;

namespace Baton.Generators.Tests.Emission;

/// <summary>The shape goes to the build as comment lines, where the build asks for it.</summary>
public sealed class ShapeTests
{
    const string Source = Sources.Usings + """
        namespace Acme;
        public sealed record Person(string Id, string Domain);
        [Connector("baton-acme")]
        public sealed partial class AcmeConnector;
        [ResourceType("user", Trait.User)]
        public sealed partial class Users
        {
            public IEnumerable<Person> ListAsync() => [];
            static void Map(Person p, UserBuilder r) => r.Id($"{p.Domain}\\{p.Id}");
        }
        """;

    const string Expected = """
        //| {
        //|   "connector": "baton-acme",
        //|   "resourceTypes": {
        //|     "user": {
        //|       "idRule": "$'{model.Domain}//{model.Id}'",
        //|       "atRoot": true,
        //|       "traits": [
        //|         "User"
        //|       ],
        //|       "capabilities": [
        //|         "SYNC"
        //|       ]
        //|     }
        //|   },
        //|   "settings": {}
        //| }
        """;

    [Fact]
    public void Asked_for_it_is_a_file_of_comments()
    {
        var run = GeneratorTestHelper.Check(GeneratorRun.Of(Compilations.Of(Source), ("build_property.BatonShape", "true")));
        Assert.Equal(Expected.ReplaceLineEndings("\n"), string.Join('\n', run[ShapeEmitter.HintName].Split('\n').Where(line => line.StartsWith(ShapeEmitter.Mark, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("")]
    public void Not_asked_for_it_is_not_there(string value)
    {
        Assert.False(GeneratorRun.Of(Compilations.Of(Source), ("build_property.BatonShape", value)).Files.ContainsKey(ShapeEmitter.HintName));
        Assert.False(GeneratorRun.Of(Source).Files.ContainsKey(ShapeEmitter.HintName));
    }

    [Fact]
    public void Without_a_connector_there_is_no_shape() => Assert.False(
        GeneratorRun.Of(Compilations.Of(Source.Replace("[Connector(\"baton-acme\")]", "", StringComparison.Ordinal)), ("build_property.BatonShape", "true"))
            .Files.ContainsKey(ShapeEmitter.HintName));

    [Fact]
    public void It_is_written_anew_only_when_the_shape_changes()
    {
        var run = GeneratorRun.Of(Compilations.Of(Source), ("build_property.BatonShape", "true"));
        var body = run.Then(0, text => text.Replace("=> [];", "=> [new(\"1\", \"\")];", StringComparison.Ordinal));
        Assert.All(Caching.Reasons(body, TrackingNames.Shapes), reason => Assert.True(Caching.IsCached(reason)));
        var name = run.Then(0, text => text.Replace("\"user\", Trait.User", "\"user\", Trait.User, DisplayName = \"Person\"", StringComparison.Ordinal));
        Assert.All(Caching.Reasons(name, TrackingNames.Shapes), reason => Assert.True(Caching.IsCached(reason)));
        var rule = run.Then(0, text => text.Replace("$\"{p.Domain}\\\\{p.Id}\"", "p.Id", StringComparison.Ordinal));
        Assert.Contains(Caching.Reasons(rule, TrackingNames.Shapes), reason => !Caching.IsCached(reason));
        Assert.Contains("\"idRule\": \"model.Id\"", rule[ShapeEmitter.HintName], StringComparison.Ordinal);
    }
}
