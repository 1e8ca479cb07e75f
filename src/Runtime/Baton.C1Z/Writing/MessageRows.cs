using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.C1Z;

/// <summary>Adds protobuf messages to a batch, for those who have messages rather than encoders.</summary>
public static class MessageRows
{
    /// <summary>Adds a resource type.</summary>
    public static void Add(this RowBatch batch, ResourceType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Begin(batch, RowKind.ResourceType);
        Text(batch, type.Id);
        Data(batch, type);
    }

    /// <summary>Adds a resource.</summary>
    public static void Add(this RowBatch batch, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        Begin(batch, RowKind.Resource);
        Text(batch, resource.Id?.ResourceType);
        Text(batch, $"{resource.Id?.ResourceType}:{resource.Id?.Resource}");
        if (resource.ParentResourceId is { } parent)
        {
            Key(batch, parent);
        }
        else
        {
            batch.NullColumn();
            batch.NullColumn();
        }
        Data(batch, resource);
    }

    /// <summary>Adds an entitlement.</summary>
    public static void Add(this RowBatch batch, Entitlement entitlement)
    {
        ArgumentNullException.ThrowIfNull(entitlement);
        Begin(batch, RowKind.Entitlement);
        Key(batch, entitlement.Resource?.Id);
        Text(batch, entitlement.Id);
        Data(batch, entitlement);
    }

    /// <summary>Adds a grant, whose <c>GrantExpandable</c> goes to its own column. The message is not changed.</summary>
    public static void Add(this RowBatch batch, Grant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var stored = grant.Clone();
        var expansion = GrantExpansion.Take(stored);
        Begin(batch, RowKind.Grant);
        Key(batch, grant.Entitlement?.Resource?.Id);
        Text(batch, grant.Entitlement?.Id);
        Key(batch, grant.Principal?.Id);
        Text(batch, grant.Id);
        if (expansion is null)
        {
            batch.NullColumn();
        }
        else
        {
            batch.Writer.Raw(expansion);
            batch.EndColumn();
        }
        Data(batch, stored);
    }

    static void Begin(RowBatch batch, RowKind kind)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Kind != kind)
            throw new ArgumentException($"the batch holds {batch.Kind} rows, not {kind} rows", nameof(batch));
        batch.BeginRow();
    }

    static void Key(RowBatch batch, ResourceId? id)
    {
        Text(batch, id?.ResourceType);
        Text(batch, id?.Resource);
    }

    static void Text(RowBatch batch, string? text)
    {
        batch.Writer.Utf8(text);
        batch.EndColumn();
    }

    static void Data(RowBatch batch, IMessage message)
    {
        batch.Writer.Raw(DeterministicSerializer.ToByteArray(message));
        batch.EndColumn();
        batch.EndRow();
    }
}
