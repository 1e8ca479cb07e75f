using System.Globalization;
using System.Runtime.CompilerServices;
using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;

namespace Baton.Generators.Tests.Invariants;

/// <summary>The same input gives the same output: whatever the order of files, the culture, or how often it ran before.</summary>
public sealed class StabilityTests
{
    [Fact]
    public void OrderOfFiles_ChangesNothing()
    {
        string[] sources = [.. Enumerable.Range(0, 5).Select(i => Type("Types" + i, $"T{i}", $"t{i}")), "namespace Acme { [Baton.Connector(\"c\")] public sealed partial class C; }"];
        var straight = GeneratorRun.Of(sources).Files;
        var trees = Compilations.Of(sources);
        var reversed = trees.RemoveAllSyntaxTrees().AddSyntaxTrees(trees.SyntaxTrees.Reverse());
        Assert.Equal(straight, GeneratorRun.Of(reversed).Files);
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Culture_ChangesNothing(string name)
    {
        var expected = GeneratorRun.Of(Sources.Config).Files;
        var before = CultureInfo.CurrentCulture;
        try
        {
            // Made by hand: the test's process may run without culture data.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = name == "fi-FI" ? "\u2212" : "(";
            culture.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, GeneratorRun.Of(Sources.Config).Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void SameNameElsewhere_GivesFilesOfItsOwn()
    {
        var run = GeneratorRun.Of(
            Type("A", "Users", "a"), Type("B", "Users", "b"), Type("B", "USERS", "c"),
            Sources.Usings + "namespace A { public partial class Outer { public sealed record R(string Id); [ResourceType(\"d\")] public sealed partial class Users { public IEnumerable<R> ListAsync() => []; static void Map(R m, PlainBuilder r) => r.Id(m.Id); } } }");
        GeneratorTestHelper.CheckCompiles(run);
        Assert.Equal(4, run.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count(name => name.Contains("ResourceType", StringComparison.Ordinal)));
    }

    [Fact]
    public void PartsInSeveralFiles_GiveOneFile()
    {
        var run = GeneratorRun.Of(
            Sources.Usings + "namespace Acme { public sealed record M(string Id); [ResourceType(\"a\")] public sealed partial class As { public IEnumerable<M> ListAsync() => []; } }",
            Sources.Usings + "namespace Acme { sealed partial class As { static void Map(M m, PlainBuilder r) => r.Id(m.Id); } }");
        GeneratorTestHelper.CheckCompiles(run);
        Assert.Single(run.Files);
    }

    [Fact]
    public void Compilations_AreNotKept()
    {
        var references = RunSeveral();
        for (var i = 0; i < 10 && references.Any(r => r.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.DoesNotContain(references, r => r.IsAlive);
    }

    [Fact]
    public void DamagedSources_NeverThrow()
    {
        var random = new Random(20261121);
        foreach (var (name, source) in Sources.All)
        {
            for (var i = 0; i < 40; i++)
            {
                // The run itself asserts that the generator did not throw.
                var run = GeneratorRun.Of(Damage(source, random));
                Assert.True(run.Result.Diagnostics.IsEmpty, $"{name}, variant {i}: {string.Join(", ", run.Result.Diagnostics)}");
            }
        }
    }

    static string Damage(string source, Random random)
    {
        var at = random.Next(source.Length);
        var length = Math.Min(random.Next(1, 40), source.Length - at);
        return random.Next(4) switch
        {
            0 => source[..at],
            1 => source.Remove(at, length),
            2 => source.Insert(at, source.Substring(at, length)),
            _ => source.Insert(at, "\"{}[]()<>;@?\0😀"[random.Next(14)].ToString()),
        };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static List<WeakReference> RunSeveral()
    {
        var references = new List<WeakReference>();
        for (var i = 0; i < 5; i++)
        {
            var run = GeneratorRun.Of(Type("Acme", "T" + i, "t" + i));
            references.Add(new WeakReference(run.Input));
            references.Add(new WeakReference(run.Output));
        }
        return references;
    }

    static string Type(string ns, string name, string id) => Sources.Usings + $$"""
        namespace {{ns}}
        {
            public sealed record {{name}}Model(string Id);

            [ResourceType("{{id}}")]
            public sealed partial class {{name}}
            {
                public IEnumerable<{{name}}Model> ListAsync() => [];

                static void Map({{name}}Model m, PlainBuilder r) => r.Id(m.Id);
            }
        }
        """;
}
