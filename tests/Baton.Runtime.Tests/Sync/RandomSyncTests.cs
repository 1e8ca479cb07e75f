using Baton.CompilerServices;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Random sources, read in random ways: pages or enumerators, workers, and calls that fail now and then.</summary>
public sealed class RandomSyncTests : SyncTest
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Give_the_rows_of_the_source(int seed)
    {
        var source = new Source(seed);
        await SyncAsync(Options with { Workers = source.Workers }, source.Syncers());
        var content = await ReadAsync();
        Assert.Equal(source.Resources.Order(StringComparer.Ordinal), content.ResourceIds);
        Assert.Equal(source.Grants.Order(StringComparer.Ordinal), content.GrantIds);
        Assert.Equal(
            source.Resources.Where(static r => r.StartsWith("group:", StringComparison.Ordinal)).SelectMany(static g => new[] { g + ":member", g + ":owner" })
                .Concat(source.Resources.Where(static r => r.StartsWith("project:", StringComparison.Ordinal)).Select(static p => p + ":read"))
                .Order(StringComparer.Ordinal),
            content.EntitlementIds);
    }

    sealed class Source(int seed)
    {
        readonly Random _random = new(seed);
        readonly Lock _lock = new();
        readonly HashSet<string> _failed = [];

        internal int Workers => (seed % 4) + 1;

        internal HashSet<string> Resources { get; } = [];

        internal HashSet<string> Grants { get; } = [];

        internal ResourceSyncer[] Syncers()
        {
            string[] users = Ids("user", 60), groups = Ids("group", 40), orgs = Ids("org", 12);
            var projects = orgs.ToDictionary(static o => o, o => Ids("project", 5, o));
            var allProjects = projects.Values.SelectMany(static p => p).ToArray();
            var members = Holders(groups, "group", "member", users);
            var owners = Holders(groups, "group", "owner", users);
            var readers = Holders(allProjects, "project", "read", users);
            return
            [
                new FakeSyncer(Users.Definition) { Pages = Paged(_ => users) },
                new FakeSyncer(Groups.Definition)
                {
                    All = (_, _) => groups.Select(static g => new Item(g)).ToAsyncEnumerable(),
                    PerModel = { ["member"] = g => Flaky<IEnumerable<Grantee>>($"model {g.Id}", [.. members[g.Id].Select(Grantee.User<Users>)]) },
                    PerResource = { ["owner"] = (g, cursor, _) => Page($"owners {g.Id}", owners[g.Id], cursor, Grantee.User<Users>) },
                },
                new FakeSyncer(Orgs.Definition) { Pages = Paged(_ => orgs) },
                new FakeSyncer(Projects.Definition)
                {
                    AtRoot = false,
                    Pages = Paged(org => projects[org!.Id]),
                    ForType =
                    {
                        ["read"] = (cursor, _) => Page(
                            "readers",
                            [.. readers.SelectMany(static r => r.Value.Select(u => (Project: r.Key, User: u)))],
                            cursor,
                            static r => Grantee.User<Users>(r.User).On(r.Project)),
                    },
                },
            ];
        }

        Func<ResourceKey?, string?, CancellationToken, Task<Page<Item>>> Paged(Func<ResourceKey?, string[]> ids) =>
            (parent, cursor, _) => Page($"list {parent}", ids(parent), cursor, static id => new Item(id));

        /// <summary>A page of random size; each position fails at most once.</summary>
        Task<Page<TItem>> Page<T, TItem>(string call, T[] all, string? cursor, Func<T, TItem> item)
        {
            var at = int.Parse(cursor ?? "0");
            var count = Flaky($"{call} {at}", Math.Min(all.Length - at, Next(1, 9)));
            return Task.FromResult(new Page<TItem>([.. all[at..(at + count)].Select(item)], at + count < all.Length ? $"{at + count}" : null));
        }

        T Flaky<T>(string call, T result)
        {
            lock (_lock)
                return _random.Next(10) == 0 && _failed.Add(call) ? throw new TimeoutException(call) : result;
        }

        string[] Ids(string type, int most, string prefix = "")
        {
            var ids = Enumerable.Range(0, Next(0, most)).Select(i => $"{prefix}{type[0]}{i}{(Next(0, 5) == 0 ? ":é🧸" : "")}").ToArray();
            Resources.UnionWith(ids.Select(id => $"{type}:{id}"));
            return ids;
        }

        Dictionary<string, string[]> Holders(string[] resources, string type, string slug, string[] users)
        {
            var holders = resources.ToDictionary(static r => r, _ => users.Where(_ => Next(0, 6) == 0).ToArray());
            Grants.UnionWith(holders.SelectMany(h => h.Value.Select(u => $"{type}:{h.Key}:{slug}:user:{u}")));
            return holders;
        }

        int Next(int from, int to)
        {
            lock (_lock)
                return _random.Next(from, to);
        }
    }
}
