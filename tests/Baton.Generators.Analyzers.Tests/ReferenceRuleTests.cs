using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>Slugs that are named in code, values of the session store, calls in loops, and entitlements that are the same everywhere.</summary>
public sealed class ReferenceRuleTests
{
    internal static readonly RuleCase[] Cases =
    [
        new("BATON3014", "grants of any entitlement", Groups("""
            [Grants]
            public async IAsyncEnumerable<Grantee> HeldAsync(Team team, [EnumeratorCancellation] CancellationToken ct)
            {
                const string Guest = "guest";
                await foreach (var member in api.MembersAsync(team.Id, ct))
                {
                    var grantee = Grantee.Group<Groups>(member);
                    yield return grantee.For("member");
                    yield return grantee.For([|"owner"|]).Immutable();
                    yield return grantee.For([|Guest|]);
                    yield return grantee.For(slug: [|nameof(Groups)|]);
                }
            }
            """), ["For", "owner", "Groups", "it declares: member"], ["For", "guest", "Groups", "it declares: member"],
            ["For", "Groups", "Groups", "it declares: member"]),
        new("BATON3014", "events, outcomes and licenses", Groups("""
            public static SourceEvent Left(ResourceKey<Groups> group, Principal who) => SourceEvent.Revoked("1", default, group, [|"members"|], who);

            public static SourceEvent Joined(ResourceKey group, Principal who) => SourceEvent.Granted("1", default, group, "unknown here", who);

            public static GrantOutcome Instead(Principal who) => GrantOutcome.Replaced<Groups, Groups>("1", [|"members"|], who.Id);

            public static LicenseProfileBuilder Licensed(LicenseProfileBuilder profile) => profile.Entitlement<Groups>("1", [|"members"|]).Entitlement<Groups>("1", "member");
            """), ["Revoked", "members", "Groups", "it declares: member"], ["Replaced", "members", "Groups", "it declares: member"],
            ["Entitlement", "members", "Groups", "it declares: member"]),
        new("BATON3014", "negative: slugs that the source knows", Groups("""
            [Entitlements]
            public IEnumerable<DynamicEntitlement> Roles(Team team) => [new(team.Name)];

            [Grants]
            public IEnumerable<Grantee> Held(Team team) => [Grantee.Group<Groups>(team.Id).For("anything"), Grantee.Group<Groups>(team.Id).For(team.Name)];
            """)),

        new("BATON6008", "miss that throws", Session("""
            public async ValueTask<string> A(string id, CancellationToken ct) => await session.GetTextAsync(id, ct) ?? [|throw new KeyNotFoundException(id)|];

            public async ValueTask<int> B(string id, CancellationToken ct) => ([|(await session.GetTextAsync(id, ct).ConfigureAwait(false))!|]).Length;

            public async ValueTask<int> C(string id, CancellationToken ct) => (await session.GetAsync(id, ct)).[|Value|].Length;

            public async ValueTask<string> D(string id, CancellationToken ct)
            {
                var known = await session.GetTextAsync(id, ct);
                if (known is null)
                    [|throw new KeyNotFoundException(id);|]
                return known;
            }

            public async ValueTask<string> E(string id, CancellationToken ct)
            {
                string? known = await _inner.GetTextAsync(id, ct);
                [|ArgumentNullException.ThrowIfNull(known)|];
                return known;
            }

            public async ValueTask<int> F(string id, CancellationToken ct)
            {
                var all = await _inner.GetManyAsync([id], ct);
                return [|all[id]|].Length;
            }

            public async ValueTask<int> G(string id, CancellationToken ct)
            {
                var known = await session.GetAsync(id, ct);
                return [|known!|].Value.Length;
            }
            """), ["GetTextAsync"], ["GetTextAsync"], ["GetAsync"], ["GetTextAsync"], ["GetTextAsync"], ["GetManyAsync"], ["GetAsync"]),
        new("BATON6008", "negative: reads with a way on", Session("""
            public async ValueTask<string> A(string id, CancellationToken ct) => await session.GetTextAsync(id, ct) ?? await FetchAsync(id);

            public async ValueTask<string> B(string id, CancellationToken ct)
            {
                if (await session.GetTextAsync(id, ct) is { } known)
                    return known;
                var made = await FetchAsync(id) ?? throw new KeyNotFoundException(id);
                await session.SetTextAsync(id, made, ct);
                return made;
            }

            public async ValueTask<int> C(string id, CancellationToken ct)
            {
                var known = await session.GetAsync(id, ct);
                if (!known.HasValue)
                    return 0;
                var all = await session.GetAllAsync(ct);
                return known.Value.Length + (all.TryGetValue(id, out var one) ? one.Length : 0) + (all.ContainsKey(id) ? all[id].Length : 0);
            }

            static Task<string> FetchAsync(string id) => Task.FromResult(id);
            """)),
        new("BATON6008", "negative: tests know what they stored", Session("""
            public async ValueTask<int> A(string id, CancellationToken ct) => (await session.GetTextAsync(id, ct))!.Length;
            """)) { IsTest = true },

        new("BATON2113", "list and grants", Client + """
            [ResourceType("user")]
            public sealed partial class Users(People people)
            {
                public async IAsyncEnumerable<Person> ListAsync([EnumeratorCancellation] CancellationToken ct)
                {
                    foreach (var id in people.Ids())
                        yield return await people.[|PersonAsync|](id, ct).ConfigureAwait(false) ?? throw new KeyNotFoundException();
                }

                [Entitlements]
                public async IAsyncEnumerable<DynamicEntitlement> RolesAsync(Person person)
                {
                    for (var i = 0; i < 3; i++)
                    {
                        var team = await people.[|TeamAsync|](i);
                        yield return new(team.Name);
                    }
                }

                static void Map(Person person, PlainBuilder user) => user.Id(person.Id);
            }
            """, ["'ListAsync'", "Users", "PersonAsync", "PeopleAsync", "People"], ["[Entitlements] method 'RolesAsync'", "Users", "TeamAsync", "TeamsAsync", "People"]),
        new("BATON2113", "negative: once, what the loop goes through, or other answers", Client + """
            [ResourceType("user")]
            public sealed partial class Users(People people)
            {
                public async IAsyncEnumerable<Person> ListAsync([EnumeratorCancellation] CancellationToken ct)
                {
                    if (await people.PersonAsync("root", ct) is { } root)
                        yield return root;
                    foreach (var person in (await people.PeopleAsync([(await people.PersonAsync("first", ct))!.Id], ct)).Values)
                        yield return person;
                    foreach (var id in people.Ids())
                        yield return new(id, await people.NameAsync(id, ct), "", true);
                }

                static void Map(Person person, PlainBuilder user) => user.Id(person.Id);
            }
            """),

        new("BATON3107", "for each resource", Groups("""
            [Entitlements]
            public IEnumerable<DynamicEntitlement> [|Held|](Team team)
            {
                const string Admin = "admin";
                yield return new DynamicEntitlement("member") { DisplayName = $"{team.Name} member", Purpose = Purpose.Assignment }.GrantableTo<Groups>();
                yield return new(Admin);
            }
            """), ["[Entitlements] method 'Held'", "Groups", "member, admin"]),
        new("BATON3107", "for each key", Groups("""
            [Entitlements]
            public IEnumerable<DynamicEntitlement> [|Held|](ResourceKey team) => [new("member")];
            """), ["[Entitlements] method 'Held'", "Groups", "member"]),
        new("BATON3107", "negative: they differ", Groups("""
            [Entitlements]
            public IEnumerable<DynamicEntitlement> Held(Team team) => team.Name.Length > 1 ? [new("member")] : [];
            """)),
        new("BATON3107", "negative: the source is asked", Groups("""
            [Entitlements]
            public async IAsyncEnumerable<DynamicEntitlement> HeldAsync(ResourceKey team, [EnumeratorCancellation] CancellationToken ct)
            {
                if (await api.HasAsync("x", "y", ct))
                    yield return new("member");
            }
            """)),
        new("BATON3107", "negative: for the whole type", Groups("""
            [Entitlements]
            public async IAsyncEnumerable<ResourceEntitlement> AllAsync([EnumeratorCancellation] CancellationToken ct)
            {
                await foreach (var team in api.TeamsAsync(ct))
                    yield return new DynamicEntitlement("member").On(team.Id);
            }
            """)),
    ];

    const string Client = """
        public sealed class People
        {
            public IEnumerable<string> Ids() => [];

            public Task<Person?> PersonAsync(string id, CancellationToken ct) => throw new InvalidOperationException();

            public Task<IReadOnlyDictionary<string, Person>> PeopleAsync(IReadOnlyCollection<string> ids, CancellationToken ct) => throw new InvalidOperationException();

            public ValueTask<Team> TeamAsync(int number) => throw new InvalidOperationException();

            public IAsyncEnumerable<Team> TeamsAsync(params int[] numbers) => throw new InvalidOperationException();

            public Task<string> NameAsync(string id, CancellationToken ct) => throw new InvalidOperationException();

            public Task<bool[]> ExistAsync(string[] ids, CancellationToken ct) => throw new InvalidOperationException();
        }

        """;

    public static TheoryData<string> Names => RuleCase.NamesOf(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Code(string name) => RuleCase.VerifyAsync(Cases, name);

    static string Groups(string methods) => $$"""
        [ResourceType("group", Trait.Group)]
        [Entitlement("member")]
        [Grantable("member", typeof(Groups))]
        public sealed partial class Groups(Api api)
        {
            public IAsyncEnumerable<Team> ListAsync(CancellationToken ct) => api.TeamsAsync(ct);

            static void Map(Team team, GroupBuilder group) => group.Id(team.Id);

            {{methods}}
        }
        """;

    static string Session(string methods) => $$"""
        public sealed class Names(ISessionStore session)
        {
            readonly ISessionStore _inner = session.WithPrefix("inner/");

            {{methods}}
        }
        """;
}
