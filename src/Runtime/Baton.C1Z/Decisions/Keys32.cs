namespace Baton.C1Z;

/// <summary>Numbers resources: pairs of a type and an id.</summary>
sealed class Keys32
{
    const int None = -1;

    readonly TextTable _types = new();
    readonly TextTable _ids = new();
    readonly List<Entry> _entries = [];
    readonly List<int> _firstOfId = [];

    public int Count => _entries.Count;

    public int Add(string type, string id)
    {
        var (typeNumber, idNumber) = (_types.Add(type), _ids.Add(id));
        if (idNumber == _firstOfId.Count)
            _firstOfId.Add(None);
        for (var key = _firstOfId[idNumber]; key != None; key = _entries[key].Next)
        {
            if (_entries[key].Type == typeNumber)
                return key;
        }
        _entries.Add(new(typeNumber, idNumber, _firstOfId[idNumber]));
        return _firstOfId[idNumber] = Count - 1;
    }

    public int AddType(string type) => _types.Add(type);

    public int TypeOf(int key) => _entries[key].Type;

    public ResourceKey this[int key] => new(_types[_entries[key].Type], _ids[_entries[key].Id]);

    /// <summary>The number of a resource; negative when it is not there.</summary>
    public int Find(ReadOnlySpan<char> type, ReadOnlySpan<char> id)
    {
        var typeNumber = _types.Find(type);
        if (typeNumber < 0)
            return None;
        var key = FirstOf(id);
        while (key != None && _entries[key].Type != typeNumber)
            key = _entries[key].Next;
        return key;
    }

    /// <summary>The first resource with an id, of whatever type; negative when there is none.</summary>
    public int FirstOf(ReadOnlySpan<char> id) => _ids.Find(id) is >= 0 and var number ? _firstOfId[number] : None;

    /// <summary>The next resource with the same id.</summary>
    public int NextOf(int key) => _entries[key].Next;

    public void Trim()
    {
        _types.Trim();
        _ids.Trim();
        _entries.TrimExcess();
        _firstOfId.TrimExcess();
    }

    /// <summary>Resources with the same id form a chain.</summary>
    readonly record struct Entry(int Type, int Id, int Next);
}
