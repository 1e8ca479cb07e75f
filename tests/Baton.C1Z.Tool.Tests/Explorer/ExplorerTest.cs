using Baton.C1Z;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;

namespace Baton.C1ZTool.Tests;

/// <summary>
/// A small company in two syncs: everybody in the group all, which holds those in eng too, has the role admin; alice and bob are in eng, mallory has
/// a name that wants to be more than a name.
/// </summary>
public abstract class ExplorerTest : ToolTest
{
    private protected const string HostileName = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">\u0007\u202egnp.exe";

    /// <summary>Users besides the three: more than fit on a page.</summary>
    private protected const int Crowd = 130;

    private protected Task<ExplorerRun> StartAsync(string file, params string[] arguments) => ExplorerRun.StartAsync(Options, Cancel, ["-f", file, .. arguments]);

    private protected async Task<string> CompanyAsync(bool isExpanded = false)
    {
        var path = In("company.c1z");
        await using var file = await C1ZFile.OpenAsync(path, Options, Cancel);
        Write(file, [User("alice", "Alicia"), User("old", "Old Joe")], withMallory: false, isExpanded);
        Write(file, [Alice(), User("bob", "Bob"), User("mallory", HostileName)], withMallory: true, isExpanded);
        await file.SaveAsync(Cancel);
        return path;
    }

    static void Write(C1ZFile file, Resource[] users, bool withMallory, bool isExpanded)
    {
        var (eng, all, admin) = (Resource("group", "eng", "Engineering"), Resource("group", "all", "Everybody"), Resource("role", "admin", "Administrator"));
        var (engMember, allMember, assigned) = (Held(eng, "member"), Held(all, "member"), Held(admin, "assigned"));
        var crowd = Enumerable.Range(0, Crowd).Select(static i => User($"u{i:D3}", $"User {i:D3}")).ToArray();
        file.StartSync(SyncType.Full);
        Put(file, RowKind.ResourceType, [Type("user", "User", ResourceType.Types.Trait.User), Type("group", "Group", ResourceType.Types.Trait.Group), Type("role", "Role", ResourceType.Types.Trait.Role)], MessageRows.Add);
        foreach (var user in crowd)
            user.ParentResourceId = all.Id;
        Put(file, RowKind.Resource, [eng, all, admin, .. users, .. crowd], MessageRows.Add);
        Put(file, RowKind.Entitlement, [engMember, allMember, assigned], MessageRows.Add);
        Grant[] grants =
        [
            .. users.Where(static user => user.Id.Resource is "alice" or "bob").Select(user => Grants(engMember, user)),
            .. crowd.Select(user => Grants(allMember, user)),
            Grants(allMember, eng, engMember.Id),
            Grants(assigned, all, allMember.Id),
        ];
        Put(file, RowKind.Grant, withMallory ? [.. grants, Grants(assigned, users[2])] : grants, MessageRows.Add);
        if (isExpanded)
            Expand(file);
        file.EndSync();
    }

    static void Expand(C1ZFile file)
    {
        using var expander = file.ExpandGrants(cancellationToken: Cancel);
        while (expander.Next(Cancel))
        {
        }
    }

    /// <summary>Two syncs of 20,000 users in 200 groups, 40,000 grants each; every tenth group has the role, and in the second sync one user less is in each.</summary>
    private protected async Task<string> LargeAsync()
    {
        const int Users = 20_000, Groups = 200, Members = 200;
        var path = In("large.c1z");
        await using var file = await C1ZFile.OpenAsync(path, Options, Cancel);
        var users = Enumerable.Range(0, Users).Select(static i => User($"u{i:D5}", $"User {i:D5}")).ToArray();
        var groups = Enumerable.Range(0, Groups).Select(static i => Resource("group", $"g{i:D3}", $"Group {i:D3}")).ToArray();
        var members = Array.ConvertAll(groups, static group => Held(group, "member"));
        var assigned = Held(Resource("role", "admin", "Administrator"), "assigned");
        for (var sync = 0; sync < 2; sync++)
        {
            file.StartSync(SyncType.Full);
            Put(file, RowKind.ResourceType, [Type("user", "User", ResourceType.Types.Trait.User), Type("group", "Group", ResourceType.Types.Trait.Group), Type("role", "Role", ResourceType.Types.Trait.Role)], MessageRows.Add);
            Put(file, RowKind.Resource, [assigned.Resource, .. groups, .. users], MessageRows.Add);
            Put(file, RowKind.Entitlement, [assigned, .. members], MessageRows.Add);
            foreach (var (member, i) in members.Select(static (member, i) => (member, i)))
            {
                Put(file, RowKind.Grant, [.. Enumerable.Range(sync, Members - sync).Select(j => Grants(member, users[((i * Members) + j) % Users]))], MessageRows.Add);
                if (i % 10 == 0)
                    Put(file, RowKind.Grant, [Grants(assigned, groups[i], member.Id)], MessageRows.Add);
            }
            file.EndSync();
        }
        await file.SaveAsync(Cancel);
        return path;
    }

    /// <summary>Groups that are members each of the next, with alice in the first; and a role that the first has, but names members of the last.</summary>
    private protected async Task<string> ChainAsync(int length)
    {
        var path = In("chain.c1z");
        await using var file = await C1ZFile.OpenAsync(path, Options, Cancel);
        var members = Enumerable.Range(0, length).Select(static i => Held(Resource("group", $"g{i:D3}", $"Group {i:D3}"), "member")).ToArray();
        var assigned = Held(Resource("role", "admin", "Administrator"), "assigned");
        file.StartSync(SyncType.Full);
        Put(file, RowKind.ResourceType, [Type("user", "User", ResourceType.Types.Trait.User), Type("group", "Group", ResourceType.Types.Trait.Group), Type("role", "Role", ResourceType.Types.Trait.Role)], MessageRows.Add);
        Put(file, RowKind.Resource, [User("alice", "Alice"), assigned.Resource, .. members.Select(static member => member.Resource)], MessageRows.Add);
        Put(file, RowKind.Entitlement, [assigned, .. members], MessageRows.Add);
        var links = members.Skip(1).Zip(members, static (outer, inner) => Grants(outer, inner.Resource, inner.Id));
        Put(file, RowKind.Grant, [Grants(members[0], User("alice", "Alice")), .. links, Grants(assigned, members[0].Resource, members[^1].Id)], MessageRows.Add);
        file.EndSync();
        await file.SaveAsync(Cancel);
        return path;
    }

    static Resource Alice()
    {
        var alice = User("alice", "Alice");
        var trait = new UserTrait { Login = "alice", Profile = new Struct { Fields = { ["department"] = Value.ForString("Research & <b>Development</b>"), ["floor"] = Value.ForNumber(3) } } };
        trait.Emails.Add(new UserTrait.Types.Email { Address = "alice@example.test", IsPrimary = true });
        alice.Annotations.Add(trait.ToAny());
        return alice;
    }

    static ResourceType Type(string id, string name, ResourceType.Types.Trait trait) => new() { Id = id, DisplayName = name, Traits = { trait } };

    static Resource Resource(string type, string id, string name) => new() { Id = new() { ResourceType = type, Resource = id }, DisplayName = name };

    static Entitlement Held(Resource on, string slug) => new() { Id = $"{on.Id.ResourceType}:{on.Id.Resource}:{slug}", Slug = slug, DisplayName = $"{on.DisplayName} {slug}", Resource = on };

    static Grant Grants(Entitlement entitlement, Resource principal, params string[] from)
    {
        var grant = new Grant { Id = $"{entitlement.Id}:{principal.Id.ResourceType}:{principal.Id.Resource}", Entitlement = entitlement, Principal = principal };
        if (from.Length > 0)
            grant.Annotations.Add(new GrantExpandable { EntitlementIds = { from } }.ToAny());
        return grant;
    }
}
