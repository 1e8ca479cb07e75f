using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Baton.C1Z;

/// <summary>The <c>GrantExpandable</c> annotation of a grant, which a c1z keeps in a column of its own.</summary>
public static class GrantExpansion
{
    /// <summary>Removes the annotation from a grant, and gives its bytes for the column.</summary>
    /// <returns>Null when the grant has none, or one that names no entitlement.</returns>
    /// <exception cref="InvalidDataException">The annotation is damaged.</exception>
    public static byte[]? Take(Grant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        if (grant.Annotations.FirstOrDefault(annotation => annotation.Is(GrantExpandable.Descriptor)) is not { } first)
            return null;
        WireCheck.Run(first.Value.Span, GrantExpandable.Descriptor);
        var expansion = first.Unpack<GrantExpandable>();
        grant.Annotations.Remove<GrantExpandable>();
        return expansion.EntitlementIds.Any(id => !string.IsNullOrWhiteSpace(id)) ? expansion.ToByteArray() : null;
    }

    /// <summary>Puts the annotation back; an empty column means that there is none.</summary>
    public static void Attach(Grant grant, ReadOnlySpan<byte> column)
    {
        ArgumentNullException.ThrowIfNull(grant);
        if (!column.IsEmpty)
            grant.Annotations.Add(new Any { TypeUrl = TypeUrls.For(GrantExpandable.Descriptor), Value = ByteString.CopyFrom(column) });
    }
}
