using Baton.Protocol.Connector.V2;
using Baton.Testing;

namespace Baton.Samples.Postgresql.Tests.Support;

/// <summary>Looks at a sync by the names that a test gave.</summary>
static class Names
{
    /// <summary>Id of the resource of a name.</summary>
    public static string Id(this SyncResult sync, string type, string name) => One(sync, type, name).Id.Resource;

    /// <summary>The resource of a name.</summary>
    public static Resource One(this SyncResult sync, string type, string name) => Assert.Single(sync.ResourcesOf(type), r => r.DisplayName == name);

    /// <summary>Whether there is a resource of a name.</summary>
    public static bool Has(this SyncResult sync, string type, string name) => sync.ResourcesOf(type).Any(r => r.DisplayName == name);

    /// <summary>
    /// Names of those who hold an entitlement of a resource, sorted: with <c>*</c> when the grant cannot be revoked, in parentheses when it comes
    /// from another one.
    /// </summary>
    public static string Holders(this SyncResult sync, string type, string name, string slug)
    {
        var entitlement = $"{type}:{sync.Id(type, name)}:{slug}";
        Assert.Contains(sync.Entitlements, e => e.Id == entitlement);
        var names = sync.Resources.ToDictionary(r => (r.Id.ResourceType, r.Id.Resource), r => r.DisplayName);
        return string.Join(' ', sync.Grants.Where(g => g.Entitlement.Id == entitlement).Select(g => Shown(g, names)).Order(StringComparer.Ordinal));
    }

    static string Shown(Grant grant, Dictionary<(string, string), string> names)
    {
        var name = names[(grant.Principal.Id.ResourceType, grant.Principal.Id.Resource)];
        var own = grant.Sources is null || grant.Sources.Sources.Count == 0 || grant.Sources.Sources.ContainsKey(grant.Entitlement.Id);
        return !own ? $"({name})" : grant.Annotations.Any(a => a.Is(GrantImmutable.Descriptor)) ? name + "*" : name;
    }
}
