using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Tests.Incremental;

/// <summary>An edit re-emits what it changes, and nothing else; both directions, so that the test is known to be able to fail.</summary>
public sealed class CachingTests
{
    const string Users = Sources.Usings + """
        namespace Acme;
        public sealed record Person(string Id);
        [ResourceType("user", Trait.User)]
        public sealed partial class Users
        {
            public IEnumerable<Person> ListAsync() => [];
            static void Map(Person p, UserBuilder r) => r.Id(p.Id);
        }
        """;

    const string Groups = Sources.Usings + """
        namespace Acme;
        [ResourceType("group", Trait.Group)]
        [Entitlement("member")]
        [Grantable("member", typeof(Users))]
        public sealed partial class Groups
        {
            public IEnumerable<Person> ListAsync() => [];
            static void Map(Person p, GroupBuilder r) => r.Id(p.Id);
        }
        [Connector("baton-acme")]
        public sealed partial class AcmeConnector;
        """;

    [Fact]
    public void EditInOneType_ReEmitsThatTypeAndTheManifest()
    {
        var run = GeneratorRun.Of(Users, Groups);
        var edited = run.Then(0, text => text.Replace("\"user\"", "\"person\"", StringComparison.Ordinal));
        Assert.Contains(IncrementalStepRunReason.Modified, Caching.Reasons(edited, TrackingNames.ResourceTypes));
        Assert.Contains(Caching.Reasons(edited, TrackingNames.ResourceTypes), Caching.IsCached);
        Assert.Contains(IncrementalStepRunReason.Modified, Caching.Reasons(edited, TrackingNames.Manifests));
        Assert.Equal(2, Caching.Written(edited));
        Assert.NotEqual(run["Acme.Users.ResourceType.g.cs"], edited["Acme.Users.ResourceType.g.cs"]);
        Assert.Equal(run["Acme.Groups.ResourceType.g.cs"], edited["Acme.Groups.ResourceType.g.cs"]);
    }

    [Fact]
    public void EditOfAMethodBody_WritesNothing()
    {
        var edited = GeneratorRun.Of(Users, Groups).Then(0, text => text.Replace("=> [];", "=> [new(\"1\")];", StringComparison.Ordinal));
        Assert.Equal(0, Caching.Written(edited));
    }

    [Theory]
    [InlineData("// above\n", "")]
    [InlineData("", "\n// below")]
    public void Comment_WritesNothing(string above, string below)
    {
        var edited = GeneratorRun.Of(Users, Groups).Then(0, text => above + text + below);
        Assert.All(Caching.Reasons(edited, TrackingNames.ResourceTypes), reason => Assert.True(Caching.IsCached(reason)));
        Assert.Equal(0, Caching.Written(edited));
    }

    [Fact]
    public void NewType_AddsItsFile_AndLeavesTheOthers()
    {
        var run = GeneratorRun.Of(Users, Groups);
        const string roles = Sources.Usings + """
            namespace Acme;
            [ResourceType("role", Trait.Role)]
            public sealed partial class Roles
            {
                public IEnumerable<Person> ListAsync() => [];
                static void Map(Person p, RoleBuilder r) => r.Id(p.Id);
            }
            """;
        var edited = run.Then(run.Input.AddSyntaxTrees(Compilations.Tree(roles, "Roles.cs")));
        Assert.Equal(2, Caching.Written(edited)); // its own file, and the manifest
        Assert.True(edited.Files.ContainsKey("Acme.Roles.ResourceType.g.cs"));
    }

    [Fact]
    public void EntryPoint_IsForProgramsOnly_AndCanBeSwitchedOff()
    {
        const string host = """
            namespace Baton
            {
                public static class ConnectorHost
                {
                    public static System.Threading.Tasks.Task<int> RunAsync<T>(string[] args) where T : Baton.CompilerServices.IConnector =>
                        System.Threading.Tasks.Task.FromResult(args.Length);
                }
            }
            """;
        var program = Compilations.Program(Users, Groups, host);
        Assert.True(GeneratorRun.Of(program).Files.ContainsKey("Baton.EntryPoint.g.cs"));
        Assert.False(GeneratorRun.Of(program, ("build_property.BatonGenerateEntryPoint", "false")).Files.ContainsKey("Baton.EntryPoint.g.cs"));
        Assert.False(GeneratorRun.Of(Users, Groups, host).Files.ContainsKey("Baton.EntryPoint.g.cs"));
        var own = program.AddSyntaxTrees(Compilations.Tree("static class Own { static void Main() { } }", "Own.cs"));
        Assert.False(GeneratorRun.Of(own).Files.ContainsKey("Baton.EntryPoint.g.cs"));
    }
}
