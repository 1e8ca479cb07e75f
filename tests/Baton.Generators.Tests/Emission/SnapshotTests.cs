using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;

namespace Baton.Generators.Tests.Emission;

/// <summary>What is generated for each source of the corpus, and all that holds for every generated file.</summary>
public sealed class SnapshotTests
{
    [Theory]
    [MemberData(nameof(Sources.Names), MemberType = typeof(Sources))]
    public void Generated(string name) => GeneratorTestHelper.Verify(Sources.All[name], name);
}
