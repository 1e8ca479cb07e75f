using System.Runtime.InteropServices;

namespace Baton.C1Z;

/// <summary>Puts together what belongs to each resource.</summary>
sealed class ResourceRows
{
    const int None = -1;

    readonly KeyTable _keys;
    readonly int[] _places; // by key
    readonly int[] _rows;

    public ResourceRows(KeyTable keys, int entitlements, int grants)
    {
        _keys = keys;
        _places = new int[keys.Count];
        var size = ((long)ResourceTable.Header * keys.Count) + ((long)NamedEntitlement.Numbers * entitlements) + grants;
        for (var key = 0; key < keys.Count; key++)
            size += ResourceTable.Words(keys.Utf8(key).Length);
        if (size > Array.MaxLength)
            throw new C1ZException(C1ZError.TooLarge, "the sync has more than fits into an access graph");
        _rows = new int[size];
    }

    /// <summary>Writes the rows.</summary>
    /// <param name="entitlements">The entitlements.</param>
    /// <param name="grants">The grants: of each the principal, the entitlement in 31 bits, and whether it is derived.</param>
    /// <param name="places">Where each grant went.</param>
    public ResourceTable Write(EntitlementTable entitlements, long[] grants, out int[] places)
    {
        var byResource = entitlements.ByResource(_keys.Count, out var first);
        int[] order = [.. Enumerable.Range(0, grants.Length)];
        Array.Sort(grants, order);

        places = new int[grants.Length];
        var (end, grant) = (0, 0);
        for (var key = 0; key < _keys.Count; key++)
        {
            _places[key] = end;
            end += Write(_rows.AsSpan(end), key, byResource.AsSpan(first[key]..first[key + 1]));
            for (; grant < grants.Length && grants[grant] >> 32 == key; grant++)
            {
                _rows[end] = (int)grants[grant];
                _rows[_places[key] + ResourceTable.Held]++;
                places[order[grant]] = end++;
            }
        }
        return Complete(grants.Length);
    }

    /// <summary>Writes a row without grants.</summary>
    /// <returns>How long it is.</returns>
    int Write(Span<int> row, int key, ReadOnlySpan<NamedEntitlement> entitlements)
    {
        var id = _keys.Utf8(key);
        var words = ResourceTable.Words(id.Length);
        row[ResourceTable.Type] = _keys.TypeOf(key);
        row[ResourceTable.IdLength] = id.Length;
        row[ResourceTable.OnIt] = entitlements.Length;
        id.CopyTo(MemoryMarshal.AsBytes(row.Slice(ResourceTable.Header, words)));
        MemoryMarshal.Cast<NamedEntitlement, int>(entitlements).CopyTo(row[(ResourceTable.Header + words)..]);
        return ResourceTable.Header + words + (NamedEntitlement.Numbers * entitlements.Length);
    }

    ResourceTable Complete(int grants)
    {
        for (var key = 0; key < _keys.Count; key++)
            _rows[_places[key] + ResourceTable.Next] = _keys.NextOf(key) is >= 0 and var next ? _places[next] : None;
        _keys.Slots.Renumber(_places);
        var others = _keys.Others.ToDictionary(other => (_places[other.Key.First], other.Key.Type), other => _places[other.Value]);
        return new(_rows, _places, grants, _keys.Hash, _keys.Slots, _keys.Types, others);
    }
}
