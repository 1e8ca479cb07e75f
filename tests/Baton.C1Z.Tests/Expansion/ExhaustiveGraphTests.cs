namespace Baton.C1Z.Tests;

/// <summary>
/// Every graph there is, up to a size: the file holds what the plain model says. All graphs of a kind share one sync, side by side, since that is
/// faster than a file for each.
/// </summary>
public sealed class ExhaustiveGraphTests : ExpansionTest
{
    enum Edge
    {
        None,
        Deep,
        Shallow,
        UsersOnly,
    }

    [Fact]
    public Task Expansion_EveryGraphOfFourGroups_EqualsThePlainModel() => CheckAsync(groups: 4, kinds: 2);

    [Fact]
    public Task Expansion_EveryGraphOfThreeGroupsWithShallowAndFilteredEdges_EqualsThePlainModel() => CheckAsync(groups: 3, kinds: 4);

    [Fact]
    public async Task Expansion_OneCircleOfTwentyThousandGroups_IsCollapsedAndPassesOn()
    {
        const int Count = 20_000;
        var names = Enumerable.Range(0, Count).Select(static i => $"g{i}").ToArray();
        var entitlements = names.Select(static g => Sample.Entitlement("group", g, "member")).ToArray();
        await using var file = await C1ZFile.OpenAsync(Path, Options, Cancel);
        file.StartSync(SyncType.Full);
        file.Put(Sample.Type("user"), Sample.Type("group"));
        file.Put([.. names.Select(static g => Sample.Resource("group", g))]);
        file.Put([.. entitlements, Sample.Entitlement("group", "out", "member")]);
        file.Put(
        [
            .. names.Select((_, i) => Sample.Grant(entitlements[(i + 1) % Count], "group", names[i], entitlements[i].Id)),
            Sample.Grant(entitlements[7], "user", "ann"),
            Sample.Grant(Sample.Entitlement("group", "out", "member"), "group", names[9], entitlements[9].Id),
        ]);
        var expander = Expand(file);
        // Nothing moves inside the circle; every member of it, ann among them, is passed on to what one of its groups feeds.
        Assert.Equal(1 + Count, expander.Added + expander.Changed);
        file.EndSync();
        await file.SaveAsync(Cancel);
        var ann = (await ReadAsync()).Where(static g => g.Principal.Id.Resource == "ann").Select(Notation.Of).Order(StringComparer.Ordinal);
        Assert.Equal(["ann@g7 {}", "ann@out! {g7:true}"], ann);
    }

    async Task CheckAsync(int groups, int kinds)
    {
        var edges = groups * (groups - 1);
        GrantWorld[] worlds = [.. Enumerable.Range(0, (int)Math.Pow(kinds, edges)).Select(n => World(n, groups, kinds))];
        await using (var file = await C1ZFile.OpenAsync(Path, Options, Cancel))
        {
            file.StartSync(SyncType.Full);
            GrantWorld.Put(file, worlds);
            Expand(file);
            file.EndSync();
            await file.SaveAsync(Cancel);
        }
        var actual = (await ReadAsync()).ToLookup(static g => g.Entitlement.Id, static g => $"{g.Id} {Notation.Of(g)}");
        foreach (var world in worlds)
        {
            var expected = NaiveExpansion.Run(world.Groups.Select(GrantWorld.Entitlement), world.Grants);
            Assert.Equal(
                expected.Select(static g => $"{g.Id} {Notation.Of(g)}").Order(StringComparer.Ordinal),
                world.Groups.SelectMany(g => actual[GrantWorld.Entitlement(g)]).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>The graph whose edges are the digits of a number; each group has a user of its own.</summary>
    static GrantWorld World(int number, int groups, int kinds)
    {
        var world = new GrantWorld();
        var names = Enumerable.Range(0, groups).Select(i => $"g{i}.{number}").ToArray();
        for (var i = 0; i < groups; i++)
            world.Holds($"u{i}", names[i]);
        var digits = number;
        for (var from = 0; from < groups; from++)
        {
            for (var to = 0; to < groups; to++)
            {
                if (from == to)
                    continue;
                Add(world, names[from], names[to], (Edge)(digits % kinds));
                digits /= kinds;
            }
        }
        return world;
    }

    static void Add(GrantWorld world, string from, string to, Edge edge)
    {
        if (edge != Edge.None)
            world.Edge(from, to, edge == Edge.Shallow, edge == Edge.UsersOnly ? ["user"] : []);
    }
}
