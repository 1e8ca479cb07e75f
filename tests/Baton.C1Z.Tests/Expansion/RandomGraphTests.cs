namespace Baton.C1Z.Tests;

/// <summary>
/// Thousands of made-up graphs with circles, diamonds, filters, shallow edges, double carriers and dangling sources: the file holds what the
/// plain model says. Many graphs share a sync, since that is faster than a file for each.
/// </summary>
public sealed class RandomGraphTests : ExpansionTest
{
    const int GraphsPerFile = 500;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Expansion_RandomGraphs_EqualsThePlainModel(int seed)
    {
        var random = new Random(seed);
        GrantWorld[] worlds = [.. Enumerable.Range(0, GraphsPerFile).Select(i => RandomWorld(random, $".{i}"))];
        await using (var file = await C1ZFile.OpenAsync(Path, Options, Cancel))
        {
            file.StartSync(SyncType.Full);
            GrantWorld.Put(file, worlds);
            Expand(file);
            file.EndSync();
            await file.SaveAsync(Cancel);
        }
        var actual = (await ReadAsync()).ToLookup(static g => g.Entitlement.Id, static g => $"{g.Id} {Notation.Of(g)}");
        var total = 0;
        foreach (var world in worlds)
        {
            var expected = NaiveExpansion.Run(world.Groups.Select(GrantWorld.Entitlement), world.Grants);
            Assert.Equal(
                expected.Select(static g => $"{g.Id} {Notation.Of(g)}").Order(StringComparer.Ordinal),
                expected.Select(static g => g.Entitlement.Id).Distinct().SelectMany(e => actual[e]).Order(StringComparer.Ordinal));
            total += expected.Count;
        }
        Assert.Equal(total, actual.Sum(static e => e.Count()));
    }

    static GrantWorld RandomWorld(Random random, string suffix)
    {
        var groups = Enumerable.Range(0, random.Next(2, 8)).Select(i => $"g{i}{suffix}").ToArray();
        string Any() => groups[random.Next(groups.Length)];
        var world = new GrantWorld().Group(groups);
        for (var i = random.Next(12); i > 0; i--)
            world.Holds($"u{random.Next(4)}", Any());
        for (var i = random.Next(14); i > 0; i--)
            AddEdge(world, random, Any(), Any());
        if (random.Next(4) == 0)
            world.Without(Any());
        return world;
    }

    static void AddEdge(GrantWorld world, Random random, string from, string to)
    {
        string[] types = random.Next(4) switch
        {
            0 => ["user"],
            1 => ["group"],
            2 => ["group", "user"],
            _ => [],
        };
        string[] sources = random.Next(6) == 0 ? [GrantWorld.Entitlement(from), $"group:{from}:ghost"] : [GrantWorld.Entitlement(from)];
        world.Carrier(from, to, sources, random.Next(3) == 0, types);
    }
}
