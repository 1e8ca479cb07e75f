using Baton.Protocol;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z.Tests;

/// <summary>
/// Groups, who is in them, and which group stands for its members where. An entitlement is named like its group; a principal whose name
/// begins with <c>g</c> or a capital letter, or who stands for members, is a group, every other one a user.
/// </summary>
sealed class GrantWorld
{
    readonly List<string> _groups = [];

    public List<Grant> Grants { get; } = [];

    /// <summary>Entitlements that are stored.</summary>
    public IReadOnlyList<string> Groups => _groups;

    public static string Entitlement(string group) => $"group:{group}:member";

    /// <summary>Stores a group and its entitlement.</summary>
    public GrantWorld Group(params string[] names)
    {
        _groups.AddRange(names.Except(_groups));
        return this;
    }

    /// <summary>Somebody is in a group.</summary>
    public GrantWorld Holds(string principal, string group)
    {
        Add(principal, group, null);
        return this;
    }

    /// <summary>A group is in another one and stands there for its members.</summary>
    public GrantWorld Edge(string from, string to, bool shallow = false, params string[] types) => Carrier(from, to, [Entitlement(from)], shallow, types);

    /// <summary>As an edge, for any entitlements.</summary>
    public GrantWorld Carrier(string from, string to, string[] entitlements, bool shallow = false, params string[] types)
    {
        Add(from, to, new() { EntitlementIds = { entitlements }, Shallow = shallow, ResourceTypeIds = { types } });
        return this;
    }

    /// <summary>Several edges.</summary>
    public GrantWorld Carriers(params (string From, string To)[] edges)
    {
        foreach (var (from, to) in edges)
            Edge(from, to);
        return this;
    }

    /// <summary>Takes a group and its entitlement away again, but none of the grants.</summary>
    public GrantWorld Without(string group)
    {
        _groups.Remove(group);
        return this;
    }

    /// <summary>Stores all of it in the current sync.</summary>
    public void Put(C1ZFile file) => Put(file, [this]);

    public static void Put(C1ZFile file, IReadOnlyCollection<GrantWorld> worlds)
    {
        file.Put(Sample.Type("user"), Sample.Type("group"));
        file.Put([.. worlds.SelectMany(static w => w._groups).Select(static g => Sample.Resource("group", g))]);
        file.Put([.. worlds.SelectMany(static w => w._groups).Select(static g => Sample.Entitlement("group", g, "member"))]);
        file.Put([.. worlds.SelectMany(static w => w.Grants)]);
    }

    void Add(string principal, string group, GrantExpandable? expandable)
    {
        Group(group);
        var isGroup = expandable is not null || principal[0] == 'g' || char.IsUpper(principal[0]);
        if (isGroup)
            Group(principal);
        var entitlement = Sample.Entitlement("group", group, "member");
        var grant = Sample.Grant(entitlement, isGroup ? "group" : "user", principal);
        // Several carriers of one principal are grants with ids of their own.
        if (Grants.Any(g => g.Id == grant.Id))
            grant.Id += $"#{Grants.Count}";
        if (expandable is not null)
            grant.Annotations.Add(expandable.ToAny());
        Grants.Add(grant);
    }
}
