using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;

namespace Baton.Generators.Tests.Incremental;

/// <summary>
/// After any edit the generator says what it would say if it had never run before. That is not a matter of course: models are remembered
/// while nothing changes that they are made of.
/// </summary>
public sealed class EditingTests
{
    static readonly string[] Project =
    [
        Sources.Usings + """
            namespace Acme;
            public static class Names { public const string User = "user"; public const int Pages = 3; }
            public sealed record Person([property: Map(To.Id)] string Id, [property: Profile("title")] string Title);
            public sealed record Team(string Id) { public static string Text(string s) => s; }
            public abstract class Listing
            {
                public IEnumerable<Team> ListAsync() => [];
                protected static void Map(Team t, GroupBuilder r) => r.Id(t.Id).DisplayName("t");
            }
            public sealed class Api(Clock clock) { public override string ToString() { return "api" + clock; } }
            public sealed class Clock { }
            """,
        Sources.Usings + """
            namespace Acme;
            [ResourceType(Names.User, Trait.User)]
            [Entitlement("use", Purpose = Purpose.Permission)]
            [Grantable("use", typeof(Users))]
            public sealed partial class Users(Api api)
            {
                public IEnumerable<Person> ListAsync() { yield return new(api.ToString()!, ""); }
                [Grants("use")] public static IEnumerable<Grantee> Who(Person p) => [Grantee.User<Users>(p.Id)];
            }
            """,
        Sources.Usings + """
            namespace Acme;
            [ResourceType("team", Trait.Group)]
            [Entitlement("member")]
            [Grantable("member", typeof(Users), typeof(Teams))]
            public sealed partial class Teams : Listing
            {
                [Grants("member")]
                public Task<Page<Grantee, At>> MembersAsync(ResourceKey<Teams> team, At? cursor) => Task.FromResult(new Page<Grantee, At>([]));
            }
            [ResourceType("room")]
            public sealed partial class Rooms
            {
                public IEnumerable<Team> ListAsync(ResourceKey<Teams> parent) => [new(parent.Id)];
            }
            """,
        Sources.Usings + """
            namespace Acme;
            public sealed record At(string After, int Row);
            sealed partial class Rooms { static void Map(Team t, PlainBuilder r) => r.Id(Team.Text(t.Id)); }
            [ConnectorConfig]
            public sealed partial record Settings { [Field(Description = "Pages")] public int Pages { get; init; } = Names.Pages; }
            [Connector("baton-acme")]
            public sealed partial class AcmeConnector(Settings settings) { public Task ValidateAsync() => settings.Pages > 0 ? Task.CompletedTask : throw new Exception(); }
            """,
    ];

    [Fact]
    public void Edits_GiveWhatAFreshRunGives()
    {
        GeneratorTestHelper.CheckCompiles(GeneratorRun.Of(Project));
        var random = new Random(20261121);
        string[] texts = [.. Project];
        var run = GeneratorRun.Of(texts);
        for (var i = 0; i < 250; i++)
        {
            // Every few edits the project is whole again, so that damage does not add up to nothing.
            var file = random.Next(texts.Length);
            var edited = i % 4 == 3 ? Project[file] : Edit(texts[file], random);
            if (edited == texts[file])
                continue;
            run = run.Then(file, _ => edited);
            texts[file] = edited;
            var fresh = GeneratorRun.Of(texts);
            Assert.True(
                fresh.Files.SequenceEqual(run.Files),
                $"Edit {i} of file {file} gave {string.Join("\n", run.Files.Except(fresh.Files))}\ninstead of {string.Join("\n", fresh.Files.Except(run.Files))}\nfor {edited}");
        }
    }

    [Theory]
    [InlineData(0, "User = \"user\"", "User = \"person\"", "Id = \"person\"")]
    [InlineData(0, "Pages = 3", "Pages = 4", "\"4\"")]
    [InlineData(0, "Profile(\"title\")", "Profile(\"role\")", "\"role\"")]
    [InlineData(0, "Api(Clock clock)", "Api()", null)]
    [InlineData(0, "class Clock { }", "class Clock { public Clock(System.IO.Stream from) { } }", null)]
    [InlineData(0, "IEnumerable<Team> ListAsync() => []", "IEnumerable<Team> ListAsync(ResourceKey<Rooms> room) => []", "Rooms")]
    [InlineData(3, "At(string After, int Row)", "At(string After, long Row)", "Int64()")]
    [InlineData(1, "[ResourceType(Names.User, Trait.User)]", "", null)]
    public void EditElsewhere_IsSeen(int file, string before, string after, string? expected)
    {
        var run = GeneratorRun.Of(Project);
        var edited = run.Then(file, text => text.Replace(before, after, StringComparison.Ordinal));
        Assert.NotEqual(run.Files, edited.Files);
        Assert.Equal(GeneratorRun.Of([.. edited.Input.SyntaxTrees.Select(tree => tree.ToString())]).Files, edited.Files);
        if (expected is not null)
            Assert.Contains(expected, string.Concat(edited.Files.Values), StringComparison.Ordinal);
    }

    static string Edit(string text, Random random)
    {
        string[] words = ["Id", "Users", "Teams", "\"use\"", "\"team\"", "partial ", "static ", "?", "Trait.Group", "int", "string", "Purpose.Permission", "/* */", "\n", "sealed "];
        var at = random.Next(text.Length);
        return random.Next(5) switch
        {
            0 => text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at)),
            1 => text.Insert(at, words[random.Next(words.Length)]),
            2 => text.Replace(words[random.Next(words.Length)], words[random.Next(words.Length)], StringComparison.Ordinal),
            3 => "#nullable disable\n" + text,
            _ => text.Replace("r.Id(", "r.DisplayName(", StringComparison.Ordinal),
        };
    }
}
