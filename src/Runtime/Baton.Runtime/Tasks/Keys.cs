using Baton.Protocol.Connector.V2;

namespace Baton.Tasks;

/// <summary>Ids of the protocol, as authors see them.</summary>
static class Keys
{
    internal static ResourceKey ToKey(this ResourceId id, ResourceId? parent = null) => new(id.ResourceType, id.Resource)
    {
        Parent = parent is { Resource.Length: > 0 } ? parent.ToKey() : null,
    };

    internal static ResourceKey ToKey(this Resource resource) => resource.Id.ToKey(resource.ParentResourceId);

    internal static ResourceId ToId(this ResourceKey key) => new() { ResourceType = key.Type, Resource = key.Id };

    internal static bool IsComplete(this ResourceId? id) => id is { ResourceType.Length: > 0, Resource.Length: > 0 };
}
