namespace Baton.C1Z;

/// <summary>Entitlements by number: their ids, what they are on, and the action they are named after.</summary>
sealed class EntitlementTable
{
    readonly TextTable _ids = new();
    readonly List<int> _resources = [];
    readonly List<int> _names = [];

    public int Count => _ids.Count;

    /// <summary>The number of an entitlement; negative when it was not added.</summary>
    public int Find(string id) => _ids.Find(id);

    public int Add(string id, int resource, int name)
    {
        var number = _ids.Add(id);
        if (number == _resources.Count)
        {
            _resources.Add(resource);
            _names.Add(name);
        }
        return number;
    }

    public int ResourceOf(int entitlement) => _resources[entitlement];

    /// <summary>The entitlements, resource by resource.</summary>
    public NamedEntitlement[] ByResource(int resources, out int[] first) =>
        Array.ConvertAll(Grouping.Of([.. _resources], resources, out first), number => new NamedEntitlement(number, _names[number]));

    public ReadOnlySpan<byte> Utf8(int entitlement) => _ids.Utf8(entitlement);

    /// <summary>The ids alone, in as little memory as they need.</summary>
    public TextTable Ids()
    {
        _ids.Trim();
        return _ids;
    }
}
