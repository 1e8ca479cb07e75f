namespace Baton.C1Z;

/// <summary>
/// Who holds what: the grants in the order of principals, entitlements, and directness, so that one is found by halving. A grant is its place here.
/// </summary>
sealed class HeldTable
{
    const int None = -1;

    readonly int[] _first;
    readonly int[] _held; // the entitlement, doubled; one more when it is derived
    readonly Dictionary<int, string> _otherIds;

    HeldTable(int[] first, int[] held, Dictionary<int, string> otherIds) => (_first, _held, _otherIds) = (first, held, otherIds);

    public int Count => _held.Length;

    /// <summary>Sorts grants.</summary>
    /// <param name="keys">Of each grant the principal, then what <see cref="Key"/> adds.</param>
    /// <param name="principals">How many keys of principals there are.</param>
    /// <param name="otherIds">Ids of grants, by the order of <paramref name="keys"/>, that are not made of those of entitlement and principal.</param>
    /// <param name="places">Where each grant went.</param>
    public static HeldTable Of(long[] keys, int principals, Dictionary<int, string> otherIds, out int[] places)
    {
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(keys, order);
        var first = new int[principals + 1];
        var held = new int[keys.Length];
        places = new int[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            first[(int)(keys[i] >> 32) + 1]++;
            held[i] = (int)keys[i];
            places[order[i]] = i;
        }
        for (var principal = 0; principal < principals; principal++)
            first[principal + 1] += first[principal];
        var ids = new Dictionary<int, string>(otherIds.Count);
        foreach (var (grant, id) in otherIds)
            ids[places[grant]] = id;
        return new(first, held, ids);
    }

    /// <summary>A grant as a number that sorts.</summary>
    public static long Key(int principal, int entitlement, bool isDirect) => ((long)principal << 32) | ((uint)entitlement << 1) | (isDirect ? 0u : 1u);

    public bool HoldsNothing(int principal) => _first[principal] == _first[principal + 1];

    /// <summary>The grant of an entitlement to a principal, the direct one first; negative when there is none.</summary>
    public int Find(int principal, int entitlement)
    {
        var (low, high) = (_first[principal], _first[principal + 1]);
        var wanted = entitlement << 1;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (_held[middle] < wanted)
                low = middle + 1;
            else
                high = middle;
        }
        return low < _first[principal + 1] && _held[low] >> 1 == entitlement ? low : None;
    }

    public bool IsDirect(int grant) => (_held[grant] & 1) == 0;

    public int EntitlementOf(int grant) => _held[grant] >> 1;

    public int PrincipalOf(int grant)
    {
        var (low, high) = (0, _first.Length - 1);
        while (low < high - 1)
        {
            var middle = (low + high) >> 1;
            if (_first[middle] <= grant)
                low = middle;
            else
                high = middle;
        }
        return low;
    }

    public string IdOf(int grant, EntitlementTable entitlements, Keys32 keys) =>
        _otherIds.TryGetValue(grant, out var id) ? id : UsualId(entitlements.IdOf(EntitlementOf(grant)), keys[PrincipalOf(grant)]);

    /// <summary>The id that nearly all grants have.</summary>
    public static string UsualId(string entitlement, ResourceKey principal) => $"{entitlement}:{principal.Type}:{principal.Id}";
}
