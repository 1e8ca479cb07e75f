using System.Runtime.InteropServices;
using System.Text;

namespace Baton.C1Z;

/// <summary>
/// What a check needs to know of a resource, side by side: its type and id, the entitlements on it, and those that it holds. What a check costs is
/// waiting for memory: this is two places instead of six. Resources and grants are numbered by their places.
/// </summary>
sealed class ResourceTable(int[] rows, int[] places, int grants, TextHash hash, HashSlots slots, TextTable types, Dictionary<(int First, int Type), int> others)
{
    const int None = -1;

    // A row: these numbers, the id in UTF-8, the entitlements on the resource with their names, and what it holds, sorted.
    internal const int Type = 0, Next = 1, IdLength = 2, OnIt = 3, Held = 4, Header = 5;

    const int Line = 16; // numbers that are read at once

    /// <summary>How many grants there are.</summary>
    public int Grants => grants;

    /// <summary>The resources, those that only grants name too.</summary>
    public ReadOnlySpan<int> All => places;

    public ResourceKey this[int resource] => new(types[TypeOf(resource)], Encoding.UTF8.GetString(IdOf(resource)));

    public int TypeOf(int resource) => rows[resource + Type];

    /// <summary>Begins to look for a resource; an empty type means any.</summary>
    public Sought Seek(ReadOnlySpan<char> type, ReadOnlySpan<char> id)
    {
        var sought = new Sought(type, id, hash.Of(id));
        slots.Prefetch(sought.Hash);
        return sought;
    }

    /// <summary>A resource, of any type the first; negative when it is not there.</summary>
    public int Find(Sought sought)
    {
        var first = sought.Id.IsEmpty ? None : FirstOf(sought);
        if (first < 0 || sought.Type.IsEmpty || types.Is(TypeOf(first), sought.Type))
            return first;
        return NextOf(first) >= 0 && types.Find(sought.Type) is >= 0 and var type ? others.GetValueOrDefault((first, type), None) : None;
    }

    /// <summary>The next resource with the same id; negative when there are no more.</summary>
    public int NextOf(int resource) => rows[resource + Next];

    /// <summary>The entitlements on a resource, in the order in which they are stored.</summary>
    public ReadOnlySpan<NamedEntitlement> EntitlementsOf(int resource) => MemoryMarshal.Cast<int, NamedEntitlement>(
        rows.AsSpan(resource + Header + Words(rows[resource + IdLength]), NamedEntitlement.Numbers * rows[resource + OnIt]));

    /// <summary>The grants of a resource as principal, from where to where.</summary>
    public (int From, int To) GrantsOf(int principal)
    {
        var from = principal + Header + Words(rows[principal + IdLength]) + (NamedEntitlement.Numbers * rows[principal + OnIt]);
        return (from, from + rows[principal + Held]);
    }

    /// <summary>The grant of an entitlement to a principal, the direct one first; negative when there is none.</summary>
    public int GrantOf(int principal, int entitlement)
    {
        var (low, end) = GrantsOf(principal);
        var (high, wanted) = (end, entitlement << 1);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (rows[middle] < wanted)
                low = middle + 1;
            else
                high = middle;
        }
        return low < end && EntitlementOf(low) == entitlement ? low : None;
    }

    public bool IsDirect(int grant) => (rows[grant] & 1) == 0;

    public int EntitlementOf(int grant) => rows[grant] >> 1;

    public int PrincipalOf(int grant)
    {
        var index = Array.BinarySearch(places, grant);
        return places[index < 0 ? ~index - 1 : index];
    }

    int FirstOf(Sought sought)
    {
        var slot = -1;
        int resource;
        while ((resource = slots.Next(sought.Hash, ref slot)) >= 0)
        {
            Memory.Prefetch(ref rows[Math.Min(resource + Line, rows.Length - 1)]);
            if (TextBytes.Equals(IdOf(resource), sought.Id))
                break;
        }
        return resource;
    }

    ReadOnlySpan<byte> IdOf(int resource)
    {
        var length = rows[resource + IdLength];
        return MemoryMarshal.AsBytes(rows.AsSpan(resource + Header, Words(length)))[..length];
    }

    /// <summary>How many numbers have room for bytes.</summary>
    internal static int Words(int bytes) => (bytes + sizeof(int) - 1) / sizeof(int);

    /// <summary>What is looked for.</summary>
    public readonly ref struct Sought(ReadOnlySpan<char> type, ReadOnlySpan<char> id, int hash)
    {
        public readonly ReadOnlySpan<char> Type = type;
        public readonly ReadOnlySpan<char> Id = id;
        public readonly int Hash = hash;
    }
}
