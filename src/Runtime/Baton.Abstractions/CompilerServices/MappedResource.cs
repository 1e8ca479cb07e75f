using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>A resource that a task made, mapped as a listing would map it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Builder">Its parts.</param>
/// <param name="Parent">The resource that it belongs to.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record MappedResource(ResourceTypeDefinition Type, ResourceBuilder Builder, ResourceKey? Parent = null)
{
    /// <summary>The resource as <c>c1.connector.v2.Resource</c>.</summary>
    public byte[] Encode()
    {
        using var writer = new WireWriter();
        RowEncoder.Resource(writer, Type, Builder, Parent, annotations: []);
        return writer.Written.ToArray();
    }
}
