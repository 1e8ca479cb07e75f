using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;

namespace Baton.Generators.Tests.Emission;

/// <summary>
/// A mistake in one resource type must not give compiler errors in others: analyzers, which have the message, are not run when
/// declarations do not compile.
/// </summary>
public sealed class FaultyResourceTypeTests
{
    const string Source = Sources.Usings + """
        namespace Acme
        {
            public sealed record Item(string Id);

            [ResourceType("vault", Trait.Group)]
            public sealed partial class Vaults
            {
                public IEnumerable<Item> ListAsync() => [];

                static void Map(Item item, RoleBuilder r) => r.Id(item.Id);
            }

            [ResourceType("folder")]
            public sealed partial class Folders
            {
                public IEnumerable<Item> ListAsync(ResourceKey<Vaults> vault) => [new(vault.Id)];

                static void Map(Item item, PlainBuilder r) => r.Id(item.Id);
            }
        }
        """;

    [Fact]
    public void Mistake_OtherTypesStillCompile()
    {
        var run = GeneratorTestHelper.Check(GeneratorRun.Of(Source));
        Assert.Equal(["Acme.Folders.ResourceType.g.cs", "Acme.Vaults.ResourceType.g.cs"], run.Files.Keys);
        Assert.Contains("partial class Vaults : global::Baton.CompilerServices.IResourceType", run["Acme.Vaults.ResourceType.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Mended_TheWholeTypeIsGenerated()
    {
        var mended = GeneratorRun.Of(Source).Then(0, text => text.Replace("RoleBuilder", "GroupBuilder", StringComparison.Ordinal));
        Assert.Contains("ISyncedResourceType", mended["Acme.Vaults.ResourceType.g.cs"], StringComparison.Ordinal);
        GeneratorTestHelper.CheckCompiles(mended);
        var brokenAgain = mended.Then(0, text => text.Replace("GroupBuilder", "RoleBuilder", StringComparison.Ordinal));
        Assert.Equal(GeneratorRun.Of(Source).Files, brokenAgain.Files);
    }
}
