using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>What the code of listings must not do.</summary>
public sealed class ListingCodeRuleTests
{
    const string Member = """[Entitlement("member", Purpose = Purpose.Assignment), Grantable("member", typeof(Groups))]""";

    internal static readonly RuleCase[] Cases =
    [
        new("BATON2101", "unused, beside other parameters", Sites + """
            [ResourceType("folder")]
            public sealed partial class Folders
            {
                public async Task<Page<Folder>> ListAsync(ResourceKey<Sites> [|site|], string? cursor, CancellationToken ct)
                {
                    await Task.Yield();
                    return new([], cursor + "x");
                }

                static void Map(Folder folder, PlainBuilder resource) => resource.Id(folder.Id);
            }
            """, ["Folders", "site", "Sites"]),
        new("BATON2101", "negative: used in a lambda", Sites + """
            [ResourceType("folder")]
            public sealed partial class Folders
            {
                public IEnumerable<Folder> ListAsync(ResourceKey<Sites> site) =>
                    new Folder[] { new("a", "A", "b") }.Where(folder => folder.ParentId == site.Id);

                static void Map(Folder folder, PlainBuilder resource) => resource.Id(folder.Id);
            }
            """),

        new("BATON2102", "loop until no token", Teams("""
            public async Task<Page<Team>> ListAsync(string? cursor, CancellationToken ct)
            {
                var all = new List<Team>();
                var token = cursor;
                while (true)
                {
                    var page = [|await source.PageAsync(token, ct)|];
                    all.AddRange(page.Teams);
                    if (page.NextToken is null)
                        break;
                    token = page.NextToken;
                }
                return new Page<Team>(all, null);
            }
            """), ["Groups", "ListAsync"]),
        new("BATON2102", "stream made one page", Teams("""
            public async Task<Page<Team>> ListAsync(string? cursor, CancellationToken ct)
            {
                List<Team> all = [];
                await foreach (var team in [|source.AllAsync(ct)|])
                    all.Add(team);
                return new(all);
            }
            """), ["Groups", "ListAsync"]),
        new("BATON2102", "negative: details of the rows of one page", Teams("""
            public async Task<Page<Team>> ListAsync(string? cursor, CancellationToken ct)
            {
                var page = await source.PageAsync(cursor, ct);
                var detailed = new List<Team>();
                foreach (var team in page.Teams)
                    detailed.Add(await source.TeamAsync(team.Id, ct));
                return new(detailed, page.NextToken);
            }
            """)),

        new("BATON2103", "local", Teams("""
            public async Task<Page<Team>> ListAsync(string? cursor, CancellationToken ct)
            {
                var page = await source.[|PageAsync|](cursor, ct).ConfigureAwait(false);
                return new(page.Teams.Where(team => page.Teams.Count > 0).ToList());
            }
            """), ["Groups", "ListAsync", "TeamPage", "NextToken"]),
        new("BATON2103", "part of the answer only, in a stream", Teams("""
            public async IAsyncEnumerable<Team> ListAsync([EnumeratorCancellation] CancellationToken ct)
            {
                foreach (var team in (await source.[|PageAsync|](null, ct)).Teams)
                    yield return team;
            }
            """), ["Groups", "ListAsync", "TeamPage", "NextToken"]),
        new("BATON2103", "negative: read in a loop, taken apart, and handed on", Teams("""
            public async IAsyncEnumerable<Team> ListAsync([EnumeratorCancellation] CancellationToken ct)
            {
                string? token = null;
                do
                {
                    var page = await source.PageAsync(token, ct);
                    foreach (var team in page.Teams)
                        yield return team;
                    token = page.NextToken;
                }
                while (token is not null);
            }

            [Grants("member")]
            public async Task<Page<Grantee>> MembersAsync(ResourceKey group, string? cursor, CancellationToken ct)
            {
                var (teams, next) = await source.PageAsync(cursor, ct);
                return new([.. teams.Select(team => Grantee.Group<Groups>(team.Id))], next);
            }
            """, Member)),

        new("BATON2104", "incoming cursor", Teams("""
            public async Task<Page<Team, int>> ListAsync(int? cursor, CancellationToken ct)
            {
                var team = await source.TeamAsync("a", ct);
                if (team.Id == "b")
                    return new([team]);
                return new([team], [|cursor ?? 0|]);
            }

            [Grants("member")]
            public async Task<Page<Grantee>> MembersAsync(ResourceKey group, string? after, CancellationToken ct) =>
                new([Grantee.Group<Groups>((await source.TeamAsync(group.Id, ct)).Id)], [|after|]);
            """, Member), ["Groups", "ListAsync", "the cursor that it was given"], ["Groups", "MembersAsync", "the cursor that it was given"]),
        new("BATON2104", "constant", Teams("""
            public async Task<Page<Team>> ListAsync(string? cursor, CancellationToken ct) =>
                new([await source.TeamAsync("a", ct)], [|"more"|]);
            """), ["Groups", "ListAsync", "always 'more'"]),
        new("BATON2104", "negative: phases, and a cursor that moves", Teams("""
            public async Task<Page<Team>> ListAsync(string? cursor, CancellationToken ct) => cursor switch
            {
                null => new([await source.TeamAsync("a", ct)], "second"),
                _ => new([await source.TeamAsync("b", ct)]),
            };

            [Grants("member")]
            public async Task<Page<Grantee, int>> MembersAsync(ResourceKey group, int? cursor, CancellationToken ct)
            {
                cursor = (cursor ?? 0) + 1;
                var team = await source.TeamAsync(group.Id, ct);
                return team.Id == "b" ? new([]) : new([Grantee.Group<Groups>(team.Id)], cursor);
            }
            """, Member)),

        new("BATON2105", "field, property and static field", Teams("""
            string? _next;
            static int s_pages;

            int Seen { get; set; }

            public async IAsyncEnumerable<Team> ListAsync([EnumeratorCancellation] CancellationToken ct)
            {
                [|_next|] = "a";
                [|this.Seen|]++;
                [|s_pages|] += 1;
                _next = "b";
                yield return await source.TeamAsync(_next, ct);
            }
            """), ["'ListAsync'", "Groups", "_next"], ["'ListAsync'", "Groups", "Seen"], ["'ListAsync'", "Groups", "s_pages"]),
        new("BATON2106", "dictionary and list", Teams("""
            readonly Dictionary<string, Team> _teams = [];
            static readonly List<string> Names = [];

            public async IAsyncEnumerable<Team> ListAsync([EnumeratorCancellation] CancellationToken ct)
            {
                await foreach (var team in source.AllAsync(ct))
                {
                    [|_teams[team.Id]|] = team;
                    [|Names|].Add(team.Name);
                    yield return team;
                }
            }
            """), ["'ListAsync'", "Groups", "_teams"], ["'ListAsync'", "Groups", "Names"]),
        new("BATON2106", "negative: read only, and local", Teams("""
            static readonly HashSet<string> Hidden = ["a"];

            public async IAsyncEnumerable<Team> ListAsync([EnumeratorCancellation] CancellationToken ct)
            {
                var seen = new HashSet<string>();
                await foreach (var team in source.AllAsync(ct))
                {
                    if (!Hidden.Contains(team.Id) && seen.Add(team.Id))
                        yield return team;
                }
            }
            """)),

        new("BATON2107", "two calls", Teams("""
            public async Task<Page<Team>> ListAsync(string? cursor, CancellationToken ct)
            {
                var page = await source.PageAsync(cursor, ct);
                var other = await source.[|OtherPageAsync|](cursor, ct);
                return new([.. page.Teams, .. other.Teams], page.NextToken ?? other.NextToken);
            }
            """), ["Groups", "ListAsync"]),
        new("BATON2107", "negative: one of two, and a record as cursor", Teams("""
            public async Task<Page<Team>> ListAsync(string? cursor, CancellationToken ct)
            {
                if (cursor is null)
                {
                    var page = await source.PageAsync(cursor, ct);
                    return new(page.Teams, "o-" + page.NextToken);
                }
                var other = await source.OtherPageAsync(cursor, ct);
                return new(other.Teams, other.NextToken);
            }
            """)),
    ];

    public static TheoryData<string> Names => RuleCase.NamesOf(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Mistake(string name) => RuleCase.VerifyAsync(Cases, name);

    const string Sites = """
        [ResourceType("site", Trait.App)]
        public sealed partial class Sites
        {
            public IEnumerable<Team> ListAsync() => [];

            static void Map(Team team, AppBuilder site) => site.Id(team.Id);
        }

        """;

    static string Teams(string members, string attributes = """[Entitlement("member")]""") => $$"""
        public sealed record TeamPage(IReadOnlyList<Team> Teams, string? NextToken);

        public interface ISource
        {
            Task<TeamPage> PageAsync(string? token, CancellationToken ct);

            Task<TeamPage> OtherPageAsync(string? token, CancellationToken ct);

            Task<Team> TeamAsync(string id, CancellationToken ct);

            IAsyncEnumerable<Team> AllAsync(CancellationToken ct);
        }

        [ResourceType("group", Trait.Group)]
        {{attributes}}
        public sealed partial class Groups(ISource source)
        {
            {{members}}

            static void Map(Team team, GroupBuilder group) => group.Id(team.Id);
        }
        """;
}
