using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>A resource type that this program lists: what generated code adds to a class marked with <see cref="ResourceTypeAttribute"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISyncedResourceType : IResourceType
{
    /// <summary>Makes the syncer around the author's object from the service container.</summary>
    static abstract ResourceSyncer CreateSyncer(IServiceProvider services);
}
