using Baton.Protocol.Connector.V2;
using Baton.Tests.Shared;

namespace Baton.C1Z.Tests;

/// <summary>Who may do what.</summary>
public sealed class DecisionTests : IDisposable
{
    /// <summary>Which derived grants a file holds.</summary>
    public enum Derived
    {
        None,
        All,
        Some,
    }

    static readonly string[] Slugs = ["read", "write", "admin", "maintain", "triage"];
    readonly TestFolder _folder = new();

    string Target => _folder.File("sync.c1z");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("agent-1", "read", "slos://vaults/acme/web", true)] // write covers read
    [InlineData("agent-1", "write", "slos://vaults/acme/web", true)]
    [InlineData("agent-1", "delete", "slos://vaults/acme/web", false)]
    [InlineData("agent-1", "read", "slos://vaults/other/web", false)] // the same name in another organization
    [InlineData("user:ann", "write", "repo:acme/web", true)]
    [InlineData("agent-2", "delete", "slos://vaults/acme/web", true)] // admin covers everything, through ops and staff
    [InlineData("agent-2", "delete", "slos://vaults/other/web", false)]
    [InlineData("agent-3", "read", "slos://vaults/acme/web", false)]
    [InlineData("agent-1", "Write", "slos://vaults/acme/web", false)]
    [InlineData("agent-1", "", "slos://vaults/acme/web", false)]
    public async Task Check_WithGrants_AllowsWhatTheyCover(string caller, string action, string resource, bool isAllowed)
    {
        var graph = await GraphAsync();
        var decision = graph.Check(caller, action, resource);
        Assert.Equal(isAllowed, decision.IsAllowed);
        Assert.Equal(isAllowed, decision.GrantId is not null);
    }

    [Fact]
    public async Task Check_Reasons_NameWhatDecided()
    {
        var graph = await GraphAsync();
        var direct = graph.Check("agent-1", "read", "slos://vaults/acme/web");
        Assert.Equal((AccessReason.Grant, "repo:acme/web:write:user:ann", "repo:acme/web:write"), (direct.Reason, direct.GrantId, direct.EntitlementId));
        Assert.Equal("allowed by the grant repo:acme/web:write:user:ann", direct.ToString());

        var member = graph.Check("agent-2", "delete", "slos://vaults/acme/web");
        Assert.Equal((AccessReason.Membership, "a grant of its own name"), (member.Reason, member.GrantId));
        Assert.Equal(["group:staff:member:user:ben", "group:ops:member:group:staff", "a grant of its own name"], member.Path.Select(static s => s.GrantId));
        Assert.Equal([new("user", "ben"), new("group", "staff"), new("group", "ops")], member.Path.Select(static s => s.Principal));
        Assert.Equal("allowed by the grant a grant of its own name, through group:staff:member:user:ben, group:ops:member:group:staff", member.ToString());

        Assert.Equal(AccessReason.UnknownPrincipal, graph.Check("nobody", "read", "slos://vaults/acme/web").Reason);
        Assert.Equal(AccessReason.UnknownPrincipal, graph.Check("user:", "read", "slos://vaults/acme/web").Reason);
        Assert.Equal(AccessReason.UnknownResource, graph.Check("agent-1", "read", "slos://vaults/acme").Reason);
        Assert.Equal(AccessReason.UnknownResource, graph.Check("agent-1", "read", "slos://vaults/acme/none").Reason);
        var no = graph.Check("agent-1", "delete", "slos://vaults/acme/web");
        Assert.Equal((AccessReason.Default, null, 0), (no.Reason, no.GrantId, no.Path.Count));
    }

    [Theory]
    [InlineData("vault:acme/web:read", "read", true)]
    [InlineData("vault:acme/web:*", "anything", true)]
    [InlineData("vault:acme/web:read", "write", false)]
    [InlineData("vault:acme/webs:read", "read", false)]
    [InlineData("vault:web:read", "read", false)]
    [InlineData("vault:acme/web:", "read", false)]
    [InlineData("vault::read", "read", false)]
    [InlineData("Vault:acme/web:read", "read", false)]
    public async Task Check_WithAScope_NeedsNoGrant(string scope, string action, bool isAllowed)
    {
        var graph = await GraphAsync();
        var decision = graph.Check(new("a stranger", ["vault:other:*", scope]), action, "slos://vaults/acme/web");
        Assert.Equal((isAllowed, isAllowed ? scope : null), (decision.IsAllowed, decision.Scope));
        Assert.Equal(isAllowed ? AccessReason.Scope : AccessReason.UnknownPrincipal, decision.Reason);
        // A scope comes before a grant.
        if (isAllowed)
            Assert.Equal(AccessReason.Scope, graph.Check(new("agent-1", [scope]), action, "slos://vaults/acme/web").Reason);
    }

    [Fact]
    public async Task Check_WithOtherOptions_FollowsThem()
    {
        var options = new AccessOptions
        {
            AcceptsKeys = false,
            Agents = new Dictionary<string, ResourceKey> { ["user:ben"] = new("user", "ann"), ["ghost"] = new("user", "ghost"), ["nobody"] = new("", "ann") },
            Covers = new Dictionary<string, IReadOnlyCollection<string>> { ["write"] = ["delete", "read"] },
            Address = static address => new("repo", address, address),
        };
        var graph = await GraphAsync(options);
        Assert.True(graph.Check("user:ben", "delete", "acme/web").IsAllowed); // as ann
        Assert.False(graph.Check("user:ann", "delete", "acme/web").IsAllowed);
        Assert.Equal(AccessReason.UnknownPrincipal, graph.Check("ghost", "read", "acme/web").Reason);
        Assert.Equal(AccessReason.UnknownPrincipal, graph.Check("nobody", "write", "acme/web").Reason);
        Assert.False(new AccessOptions().Covers.ContainsKey("read"));
    }

    [Theory]
    [InlineData(Derived.None)]
    [InlineData(Derived.All)]
    [InlineData(Derived.Some)]
    public async Task Check_FiveThousandRandomQuestions_AreAnsweredAsByANaiveEvaluation(Derived derived)
    {
        var allowed = 0;
        for (var seed = 0; seed < 10; seed++)
        {
            var random = new Random(20261121 + seed);
            await WriteAsync(Random(random, isStrange: derived == Derived.None), derived != Derived.None);
            if (derived == Derived.Some)
                await DropDerivedAsync(random);
            await using (var reader = await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel))
            {
                var graph = await AccessGraph.LoadAsync(reader.Current, cancellationToken: Sample.Cancel);
                var grants = await reader.GrantsAsync(new() { WithExpansion = true }, Sample.Cancel).ToListAsync(Sample.Cancel);
                var held = new Dictionary<string, HashSet<string>>();
                for (var question = 0; question < 500; question++)
                {
                    var (who, repo, action) = (random.Next(5) == 0 ? $"group:g{random.Next(8)}" : $"user:u{random.Next(8)}", $"o{random.Next(3)}/r{random.Next(4)}", Slugs[random.Next(5)]);
                    if (!held.TryGetValue(who, out var entitlements))
                        held[who] = entitlements = NaiveAccess.Of((who.Split(':')[0], who.Split(':')[1]), grants);
                    var expected = entitlements.Any(id => id.StartsWith($"repo:{repo}:", StringComparison.Ordinal) && Covers(id.Split(':')[^1], action));
                    var decision = graph.Check(who, action, $"slos://vaults/{repo}");
                    Assert.True(expected == decision.IsAllowed, $"seed {seed}: {who} {action} {repo}: {decision}");
                    AssertExplained(decision, who, grants);
                    allowed += expected ? 1 : 0;
                }
            }
            File.Delete(Target);
        }
        Assert.InRange(allowed, 500, 4500);
    }

    [Theory]
    [InlineData("group", "ops", true, true)]
    [InlineData("group", "staff", true, false)] // the members of ops are not those of staff
    [InlineData("team", "ops", true, false)]
    [InlineData("group", "ops", false, false)] // nobody vouches for what is not stored
    public async Task Check_ThroughAGroup_TakesOnlyWhatIsTheGroups(string type, string id, bool isStored, bool isAllowed)
    {
        var passing = Grant("acme/web", "admin", type, id);
        passing.Annotations.Add(Protocol.Annotations.ToAny(new GrantExpandable { EntitlementIds = { "group:ops:anybody" } }));
        var held = Sample.Grant(Sample.Entitlement("group", "ops", "anybody"), "user", "ann");
        await WriteAsync([passing, held], isExpanded: false, isStored ? null : held.Entitlement.Id);
        await using var reader = await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel);
        var graph = await AccessGraph.LoadAsync(reader.Current, cancellationToken: Sample.Cancel);
        Assert.Equal(isAllowed, graph.Check("user:ann", "read", "repo:acme/web").IsAllowed);
        Assert.Equal(isAllowed, await reader.Current.WhyAsync(new("user", "ann"), "repo:acme/web:admin", Sample.Cancel) is not null);
    }

    [Fact]
    public async Task Check_OfWhateverReason_AllocatesNothing()
    {
        await WriteAsync(Random(new Random(5)), isExpanded: false);
        var graph = await AccessGraph.LoadAsync(Target, null, _folder.Options(), Sample.Cancel);
        Caller[] callers = [.. Enumerable.Range(0, 8).Select(static i => new Caller($"user:u{i}")), new("user:u1", ["vault:o1/r1:*"]), "user:none", "none"];
        var questions = (from caller in callers from slug in Slugs from repo in new[] { "o0/r0", "o1/r1", "o2/r2", "o/r" } select (caller, slug, $"slos://vaults/{repo}")).ToArray();
        var reasons = new bool[Enum.GetValues<AccessReason>().Length];
        void Ask()
        {
            foreach (var (caller, slug, address) in questions)
                reasons[(int)graph.Check(caller, slug, address).Reason] = true;
        }
        Ask(); // the thread keeps what it searches with
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.All(reasons, Assert.True);
    }

    [Fact]
    public async Task Check_FindsIdsOfEveryLengthAndScript()
    {
        string[] ids =
        [
            .. from length in Enumerable.Range(1, 40) from unit in new[] { "a", "ä", "語", "💡" } select string.Concat(Enumerable.Repeat(unit, length)),
            .. from at in Enumerable.Range(0, 700) select $"{new string('x', at)}y{new string('x', 700 - at)}", // that differ in one place
        ];
        await WriteAsync([.. ids.Select(static id => Sample.Grant(Sample.Entitlement("repo", id, "read"), "user", id))], isExpanded: false);
        var graph = await AccessGraph.LoadAsync(Target, null, _folder.Options(), Sample.Cancel);
        for (var i = 0; i < ids.Length; i++)
        {
            Assert.Equal($"repo:{ids[i]}:read:user:{ids[i]}", graph.Check($"user:{ids[i]}", "read", $"repo:{ids[i]}").GrantId);
            Assert.Equal(AccessReason.Default, graph.Check($"user:{ids[i]}", "read", $"repo:{ids[(i + 1) % ids.Length]}").Reason);
            Assert.Equal(AccessReason.UnknownResource, graph.Check($"user:{ids[i]}", "read", $"repo:{ids[i]}!").Reason);
        }
    }

    [Fact]
    public async Task Check_OfAnIdThatManyTypesShare_TellsThemApart()
    {
        await WriteAsync([.. Enumerable.Range(0, 50).Select(static i => Sample.Grant(Sample.Entitlement($"type{i}", "1/1", "read"), "user", $"u{i}"))], isExpanded: false);
        var graph = await AccessGraph.LoadAsync(Target, null, _folder.Options(), Sample.Cancel);
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal($"type{i}:1/1:read", graph.Check($"user:u{i}", "read", $"type{i}:1/1").EntitlementId);
            Assert.Equal($"type{i}:1/1:read", graph.Check($"user:u{i}", "read", "slos://vaults/1/1").EntitlementId);
            Assert.Equal(AccessReason.Default, graph.Check($"user:u{i}", "read", $"type{(i + 1) % 50}:1/1").Reason);
            Assert.Equal(AccessReason.UnknownResource, graph.Check($"user:u{i}", "read", $"user:1/1").Reason);
        }
    }

    [Fact]
    public async Task Graph_AskedByManyThreads_AnswersAlike()
    {
        await WriteAsync(Random(new Random(5)), isExpanded: false);
        var graph = await AccessGraph.LoadAsync(Target, null, _folder.Options(), Sample.Cancel);
        int Ask() => Enumerable.Range(0, 3000).Count(i => graph.Check($"user:u{i % 8}", Slugs[i % 5], $"slos://vaults/o{i % 3}/r{i % 4}").IsAllowed);
        var expected = Ask();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(Ask, Sample.Cancel))), count => Assert.Equal(expected, count));
    }

    [Fact]
    public async Task Source_WhenTheFileIsReplaced_AnswersFromTheNewOne()
    {
        await WriteAsync([Grant("acme/web", "read", "user", "ann")], isExpanded: false);
        var time = new FakeTime { Skips = false };
        var reloads = new Queue<Exception?>();
        await using var source = await AccessGraphSource.StartAsync(Target, null, _folder.Options(time), TimeSpan.FromSeconds(5), Sample.Cancel);
        source.Reloaded += reloads.Enqueue;
        Assert.True(source.Check("user:ann", "read", "repo:acme/web").IsAllowed);
        var before = source.Current;

        await StepAsync(time, 1); // nothing new
        Assert.Same(before, source.Current);

        await File.WriteAllTextAsync(Target, "not a c1z at all", Sample.Cancel);
        await StepAsync(time, 2);
        Assert.IsType<C1ZException>(Assert.Single(reloads));
        Assert.Same(before, source.Current);

        File.Delete(Target);
        await WriteAsync([Grant("acme/web", "read", "user", "ben"), Grant("acme/web", "write", "user", "ben")], isExpanded: false);
        await StepAsync(time, 3);
        Assert.Null(reloads.Last());
        Assert.False(source.Check("user:ann", "read", "repo:acme/web").IsAllowed);
        Assert.True(source.Check("user:ben", "read", "repo:acme/web").IsAllowed);
        Assert.True(before.Check("user:ann", "read", "repo:acme/web").IsAllowed); // who has the old one goes on with it
    }

    static async Task StepAsync(FakeTime time, int waits)
    {
        async Task UntilAsync(Func<bool> condition)
        {
            while (!condition())
            {
                Sample.Cancel.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
        await UntilAsync(() => time.Waits.Count == waits);
        time.Advance(TimeSpan.FromSeconds(5));
        await UntilAsync(() => time.Waits.Count == waits + 1);
    }

    static bool Covers(string slug, string action) => slug == action || slug is "admin" or "maintain" || (slug, action) == ("write", "read");

    static void AssertExplained(AccessDecision decision, string who, List<Grant> grants)
    {
        if (!decision.IsAllowed)
            return;
        var decisive = Assert.Single(grants, g => g.Id == decision.GrantId);
        Assert.Equal(decision.EntitlementId, decisive.Entitlement.Id);
        Assert.Equal(who, decision.Path[0].Principal.ToString());
        Assert.Equal(decision.EntitlementId, decision.Path[^1].EntitlementId);
        for (var i = 1; i < decision.Path.Count; i++)
        {
            var carrier = grants.Single(g => g.Id == decision.Path[i].GrantId);
            Assert.Contains(decision.Path[i - 1].EntitlementId, carrier.Annotations.Single(static a => a.Is(GrantExpandable.Descriptor)).Unpack<GrantExpandable>().EntitlementIds);
        }
    }

    static List<Grant> Random(Random random, bool isStrange = false)
    {
        var grants = new Dictionary<string, Grant>();
        void Add(Grant grant) => grants.TryAdd(grant.Id, grant);
        string Group() => $"g{random.Next(8)}";
        for (var i = 0; i < 25; i++)
            Add(Sample.Grant(Member(Group()), "user", $"u{random.Next(8)}"));
        for (var i = 0; i < 10; i++)
        {
            var (inner, outer) = (Group(), Group());
            if (inner != outer)
                Add(Passing(Member(outer), inner, random));
        }
        for (var i = 0; i < (isStrange ? 10 : 0); i++)
        {
            // Expansion refuses these: the grant of one group cannot pass on what members of another one hold.
            Add(Passing(Sample.Entitlement("repo", $"o{random.Next(3)}/r{random.Next(4)}", Slugs[random.Next(5)]), Group(), random, Group()));
        }
        for (var i = 0; i < 40; i++)
        {
            var on = Sample.Entitlement("repo", $"o{random.Next(3)}/r{random.Next(4)}", Slugs[random.Next(5)]);
            Add(random.Next(2) == 0 ? Sample.Grant(on, "user", $"u{random.Next(8)}") : Passing(on, Group(), random));
        }
        return [.. grants.Values];
    }

    static Grant Passing(Entitlement entitlement, string group, Random random, string? named = null)
    {
        var grant = Sample.Grant(entitlement, "group", group);
        var expandable = new GrantExpandable { EntitlementIds = { Member(named ?? group).Id }, Shallow = random.Next(4) == 0 };
        if (random.Next(4) == 0)
            expandable.ResourceTypeIds.Add(random.Next(2) == 0 ? "user" : "group");
        grant.Annotations.Add(Protocol.Annotations.ToAny(expandable));
        return grant;
    }

    static Entitlement Member(string group) => Sample.Entitlement("group", group, "member");

    static Grant Grant(string repo, string slug, string type, string id) => Sample.Grant(Sample.Entitlement("repo", repo, slug), type, id);

    /// <summary>Writes the file again without a fifth of what expansion derived, as if it had been written by hand.</summary>
    async Task DropDerivedAsync(Random random)
    {
        List<Grant> grants;
        await using (var reader = await C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel))
            grants = await reader.GrantsAsync(new() { WithExpansion = true }, Sample.Cancel).ToListAsync(Sample.Cancel);
        File.Delete(Target);
        await WriteAsync([.. grants.Where(grant => (grant.Sources?.Sources.Count ?? 0) == 0 || random.Next(5) > 0)], isExpanded: false);
    }

    async Task<AccessGraph> GraphAsync(AccessOptions? options = null)
    {
        var admin = Grant("acme/web", "admin", "group", "ops");
        admin.Id = "a grant of its own name";
        admin.Annotations.Add(Protocol.Annotations.ToAny(new GrantExpandable { EntitlementIds = { Member("ops").Id } }));
        var nested = Sample.Grant(Member("ops"), "group", "staff");
        nested.Annotations.Add(Protocol.Annotations.ToAny(new GrantExpandable { EntitlementIds = { Member("staff").Id } }));
        await WriteAsync([Grant("acme/web", "write", "user", "ann"), Grant("other/web", "triage", "user", "cy"), admin, nested, Sample.Grant(Member("staff"), "user", "ben")], isExpanded: false);
        return await AccessGraph.LoadAsync(Target, options ?? new()
        {
            Agents = new Dictionary<string, ResourceKey> { ["agent-1"] = new("user", "ann"), ["agent-2"] = new("user", "ben"), ["agent-3"] = new("user", "cy") },
        }, _folder.Options(), Sample.Cancel);
    }

    async Task WriteAsync(IReadOnlyCollection<Grant> grants, bool isExpanded, string? unstored = null)
    {
        await using var file = await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel);
        file.StartSync(SyncType.Full);
        file.Put(Sample.Type("user"), Sample.Type("group"), Sample.Type("repo"));
        file.Put([.. grants.Select(static g => g.Entitlement.Resource).Concat(grants.Select(static g => g.Principal)).DistinctBy(static r => (r.Id.ResourceType, r.Id.Resource))]);
        file.Put([.. grants.Select(static g => g.Entitlement).Concat(Enumerable.Range(0, 8).Select(static i => Member($"g{i}"))).DistinctBy(static e => e.Id).Where(e => e.Id != unstored)]);
        file.Put([.. grants]);
        if (isExpanded)
        {
            using var expander = file.ExpandGrants(0, Sample.Cancel);
            while (expander.Next(Sample.Cancel))
            {
            }
        }
        file.EndSync();
        await file.SaveAsync(Sample.Cancel);
    }
}
