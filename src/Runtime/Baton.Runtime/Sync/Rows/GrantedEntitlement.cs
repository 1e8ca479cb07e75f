using Baton.C1Z;
using Baton.CompilerServices;

namespace Baton.Sync;

/// <summary>What all grants of one entitlement begin with, encoded once: they mostly come one after the other.</summary>
sealed class GrantedEntitlement : IDisposable
{
    readonly WireWriter _parts = new();
    ResourceTypeDefinition? _type;
    string? _resourceId;
    string? _slug;
    int _resource;
    int _id;
    int _message;

    /// <summary>Turns to an entitlement.</summary>
    internal void Of(ResourceTypeDefinition type, string resourceId, string slug)
    {
        if (ReferenceEquals(type, _type) && resourceId == _resourceId && slug == _slug)
            return;
        _type = null; // until all is encoded
        _parts.Reset();
        _parts.Utf8(type.Id);
        _resource = _parts.Length;
        _parts.Utf8(resourceId);
        _id = _parts.Length;
        RowEncoder.EntitlementId(_parts, type.Id, resourceId, slug);
        _message = _parts.Length;
        RowEncoder.GrantEntitlement(_parts, type, resourceId, slug);
        (_type, _resourceId, _slug) = (type, resourceId, slug);
    }

    /// <summary>The entitlement's id.</summary>
    internal ReadOnlySpan<byte> Id => _parts.Written[_id.._message];

    /// <summary>The entitlement as a field of the grant's message.</summary>
    internal ReadOnlySpan<byte> Message => _parts.Written[_message..];

    /// <summary>Writes the columns of the resource and of the entitlement.</summary>
    internal void WriteColumns(RowBatch batch)
    {
        Column(batch, _parts.Written[.._resource]);
        Column(batch, _parts.Written[_resource.._id]);
        Column(batch, Id);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => _parts.Dispose();

    static void Column(RowBatch batch, ReadOnlySpan<byte> bytes)
    {
        batch.Writer.Raw(bytes);
        batch.EndColumn();
    }
}
