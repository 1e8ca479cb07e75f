using System.Text;
using Baton.CompilerServices;

namespace Baton.C1Z;

/// <summary>An entitlement whose holders get another one.</summary>
sealed class Feed
{
    readonly bool _isShallow;
    readonly byte[][] _types;
    readonly byte[] _id;

    public Feed(string entitlementId, bool isShallow, byte[][] types)
    {
        (EntitlementId, _isShallow, _types) = (entitlementId, isShallow, types);
        _id = Encoding.UTF8.GetBytes(entitlementId);
        (DirectEntry, DerivedEntry) = (Entry(entitlementId, isDirect: true), Entry(entitlementId, isDirect: false));
    }

    public string EntitlementId { get; }

    /// <summary>This source, held directly, as an entry of the map in <c>GrantSources</c>.</summary>
    public byte[] DirectEntry { get; }

    /// <summary>This source, held through another one.</summary>
    public byte[] DerivedEntry { get; }

    /// <summary>What a grant of the source contributes: nothing, or whether it is a direct one.</summary>
    public bool? Contribution(ReadOnlySpan<byte> principalType, ReadOnlySpan<byte> grant)
    {
        if (!Lets(principalType))
            return null;
        var isDirect = GrantWire.IsDirect(grant, _id);
        return isDirect || !_isShallow ? isDirect : null;
    }

    bool Lets(ReadOnlySpan<byte> principalType)
    {
        foreach (var type in _types)
        {
            if (principalType.SequenceEqual(type))
                return true;
        }
        return _types.Length == 0;
    }

    static byte[] Entry(string entitlementId, bool isDirect)
    {
        using var writer = new WireWriter();
        GrantWire.SourceEntry(writer, entitlementId, isDirect);
        return writer.Written.ToArray();
    }
}
