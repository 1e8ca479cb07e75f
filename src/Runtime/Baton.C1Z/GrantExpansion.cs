using Baton.Protocol.Connector.V2;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Baton.C1Z;

/// <summary>The <c>GrantExpandable</c> annotation of a grant, which a c1z keeps in a column of its own.</summary>
public static class GrantExpansion
{
    const string TypeUrl = "type.googleapis.com/c1.connector.v2.GrantExpandable";

    /// <summary>Removes the annotation from a grant, and gives its bytes for the column.</summary>
    /// <returns>Null when the grant has none, or one that names no entitlement.</returns>
    /// <exception cref="InvalidProtocolBufferException">The annotation is damaged.</exception>
    public static byte[]? Take(Grant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        GrantExpandable? first = null;
        for (var i = 0; i < grant.Annotations.Count;)
        {
            if (!grant.Annotations[i].Is(GrantExpandable.Descriptor))
            {
                i++;
                continue;
            }
            first ??= grant.Annotations[i].Unpack<GrantExpandable>();
            grant.Annotations.RemoveAt(i);
        }
        return first is not null && first.EntitlementIds.Any(id => !string.IsNullOrWhiteSpace(id)) ? first.ToByteArray() : null;
    }

    /// <summary>Puts the annotation back; an empty column means that there is none.</summary>
    public static void Attach(Grant grant, ReadOnlySpan<byte> column)
    {
        ArgumentNullException.ThrowIfNull(grant);
        if (!column.IsEmpty)
            grant.Annotations.Add(new Any { TypeUrl = TypeUrl, Value = ByteString.CopyFrom(column) });
    }
}
