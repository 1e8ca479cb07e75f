using Baton.Protocol.Connector.V2;

namespace Baton.Testing;

/// <summary>The rules that a sync's rows keep, each broken one as a sentence.</summary>
sealed class ConsistencyCheck(SyncResult sync)
{
    readonly List<string> _violations = [];
    readonly Dictionary<string, ResourceType> _types = [];
    readonly HashSet<(string Type, string Id)> _resources = [];
    readonly Dictionary<string, Entitlement> _entitlements = [];
    readonly HashSet<string> _grants = [];

    public IReadOnlyList<string> Run()
    {
        foreach (var type in sync.ResourceTypes)
            Require(type.Id.Length > 0 && _types.TryAdd(type.Id, type), $"resource type \"{type.Id}\" has no id, or is there twice");
        foreach (var resource in sync.Resources)
            Require(_resources.Add(Key(resource.Id)), $"resource {Text(resource.Id)} is there twice");
        foreach (var entitlement in sync.Entitlements)
            Require(_entitlements.TryAdd(entitlement.Id, entitlement), $"entitlement {entitlement.Id} is there twice");

        foreach (var resource in sync.Resources)
            Check(resource);
        foreach (var entitlement in sync.Entitlements)
            Check(entitlement);
        foreach (var grant in sync.Grants)
            Check(grant);
        return _violations;
    }

    void Check(Resource resource)
    {
        var name = $"resource {Text(resource.Id)}";
        Require(resource.Id.Resource.Length > 0, $"{name} has no id");
        Require(resource.DisplayName.Length > 0, $"{name} has no display name");
        if (resource.ParentResourceId is { } parent)
            Require(_resources.Contains(Key(parent)), $"{name} lies under {Text(parent)}, which is not there");
        if (!_types.TryGetValue(resource.Id.ResourceType, out var type))
        {
            Require(false, $"{name} is of a resource type that is not there");
            return;
        }
        foreach (var (trait, descriptor) in TraitMessages.All)
        {
            if (type.Traits.Contains(trait))
            {
                Require(
                    resource.Annotations.Count(annotation => annotation.Is(descriptor)) == 1,
                    $"{name} carries no {descriptor.Name}, which its type promises, or more than one");
            }
        }
    }

    void Check(Entitlement entitlement)
    {
        var name = $"entitlement {entitlement.Id}";
        if (entitlement.Resource?.Id is not { } resource)
        {
            Require(false, $"{name} is on no resource");
            return;
        }
        Require(_resources.Contains(Key(resource)), $"{name} is on {Text(resource)}, which is not there");
        Require(entitlement.Slug.Length > 0, $"{name} has no slug");
        Require(entitlement.Id == $"{Text(resource)}:{entitlement.Slug}", $"{name} should have the id {Text(resource)}:{entitlement.Slug}");
        foreach (var type in entitlement.GrantableTo)
            Require(_types.ContainsKey(type.Id), $"{name} can be granted to resource type \"{type.Id}\", which is not there");
    }

    void Check(Grant grant)
    {
        var name = $"grant {grant.Id}";
        Require(_grants.Add(grant.Id), $"{name} is there twice");
        if (grant.Entitlement is not { } held || grant.Principal?.Id is not { } principal)
        {
            Require(false, $"{name} has no entitlement or no principal");
            return;
        }
        Require(grant.Id == $"{held.Id}:{Text(principal)}", $"{name} should have the id {held.Id}:{Text(principal)}");
        Require(_resources.Contains(Key(principal)) || IsMatchedElsewhere(grant), $"{name} is held by {Text(principal)}, which is not there");
        if (!_entitlements.TryGetValue(held.Id, out var entitlement))
            Require(false, $"{name} is of an entitlement that is not there");
        else if (IsMatchedElsewhere(grant))
            return; // what it can be granted to, and what it expands to, is in the other sync
        else if (entitlement.GrantableTo.Count > 0)
            Require(
                entitlement.GrantableTo.Any(type => type.Id == principal.ResourceType),
                $"{name} is held by a {principal.ResourceType}, and its entitlement cannot be granted to that");
        foreach (var annotation in grant.Annotations.Where(annotation => annotation.Is(GrantExpandable.Descriptor)))
        {
            foreach (var source in annotation.Unpack<GrantExpandable>().EntitlementIds)
                Require(_entitlements.ContainsKey(source), $"{name} expands to the holders of {source}, which is not there");
        }
    }

    // The principal of such a grant is found in another connector's sync.
    static bool IsMatchedElsewhere(Grant grant) => grant.Annotations.Any(annotation =>
        annotation.Is(ExternalResourceMatch.Descriptor) || annotation.Is(ExternalResourceMatchAll.Descriptor) || annotation.Is(ExternalResourceMatchID.Descriptor));

    void Require(bool kept, string violation)
    {
        if (!kept)
            _violations.Add(violation);
    }

    static (string Type, string Id) Key(ResourceId id) => (id.ResourceType, id.Resource);

    static string Text(ResourceId id) => $"{id.ResourceType}:{id.Resource}";
}
