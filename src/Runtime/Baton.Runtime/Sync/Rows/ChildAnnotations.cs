using Baton.CompilerServices;

namespace Baton.Sync;

/// <summary>The encoded annotations that name the types listed under a resource; the same for all resources of a type.</summary>
sealed class ChildAnnotations(SyncPlan plan)
{
    readonly Dictionary<string, byte[]> _encoded = new(StringComparer.Ordinal);

    internal ReadOnlySpan<byte> Of(string parentType)
    {
        if (!_encoded.TryGetValue(parentType, out var bytes))
            _encoded.Add(parentType, bytes = Encode(plan.ChildTypes(parentType)));
        return bytes;
    }

    static byte[] Encode(IReadOnlyList<string> children)
    {
        using var writer = new WireWriter();
        foreach (var child in children)
            RowEncoder.ChildResourceType(writer, child);
        return writer.Written.ToArray();
    }
}
