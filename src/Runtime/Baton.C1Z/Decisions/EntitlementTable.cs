namespace Baton.C1Z;

/// <summary>Entitlements by number: their ids, what they are on, and the action they are named after.</summary>
sealed class EntitlementTable
{
    readonly TextTable _ids = new();
    readonly List<int> _resources = [];
    readonly List<int> _names = [];
    int[] _first = [];
    int[] _byResource = [];

    public int Count => _resources.Count;

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

    /// <summary>Sorts entitlements by their resources; nothing is added any more.</summary>
    public void Complete(int resources)
    {
        _ids.Trim();
        _resources.TrimExcess();
        _names.TrimExcess();
        _first = new int[resources + 1];
        foreach (var resource in _resources)
            _first[resource + 1]++;
        for (var resource = 0; resource < resources; resource++)
            _first[resource + 1] += _first[resource];
        var next = _first.AsSpan(0, resources).ToArray();
        _byResource = new int[Count];
        for (var number = 0; number < Count; number++)
            _byResource[next[_resources[number]]++] = number;
    }

    public ReadOnlySpan<int> Of(int resource) => _byResource.AsSpan(_first[resource].._first[resource + 1]);

    public int NameOf(int entitlement) => _names[entitlement];

    public string IdOf(int entitlement) => _ids[entitlement];

    public ReadOnlySpan<byte> Utf8(int entitlement) => _ids.Utf8(entitlement);
}
