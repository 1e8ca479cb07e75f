namespace Baton.C1Z;

/// <summary>Numbers resources, pairs of a type and an id, while they are read. They are found by the id, which few types share as a rule.</summary>
sealed class KeyTable
{
    const int None = -1;

    readonly TextBytes _ids = new();
    Key[] _keys = new Key[256];

    public int Count { get; private set; }

    public TextHash Hash { get; } = TextHash.Create();

    public TextTable Types { get; } = new();

    /// <summary>The first resource of each id.</summary>
    public HashSlots Slots { get; } = new();

    /// <summary>All others of an id, so that no number of types makes finding slow.</summary>
    public Dictionary<(int First, int Type), int> Others { get; } = [];

    public int Add(string type, string id)
    {
        var (typeNumber, hash) = (Types.Add(type), Hash.Of(id));
        var first = FirstOf(id, hash);
        if (first < 0)
        {
            var start = _ids.Length;
            _ids.Append(id);
            Slots.Add(hash, Count);
            return Append(new(start, _ids.Length, typeNumber, None));
        }
        if (_keys[first].Type == typeNumber)
            return first;
        if (!Others.TryGetValue((first, typeNumber), out var key))
        {
            Others.Add((first, typeNumber), key = Append(_keys[first] with { Type = typeNumber }));
            _keys[first] = _keys[first] with { Next = key };
        }
        return key;
    }

    public int TypeOf(int key) => _keys[key].Type;

    public ReadOnlySpan<byte> Utf8(int key) => _ids[_keys[key].Start, _keys[key].End];

    /// <summary>The next resource with the same id; negative when there are no more.</summary>
    public int NextOf(int key) => _keys[key].Next;

    int FirstOf(ReadOnlySpan<char> id, int hash)
    {
        var slot = -1;
        int key;
        while ((key = Slots.Next(hash, ref slot)) >= 0 && !TextBytes.Equals(Utf8(key), id))
        {
            // Another id with the same hash.
        }
        return key;
    }

    int Append(Key key)
    {
        if (Count == _keys.Length)
            Array.Resize(ref _keys, 2 * Count);
        _keys[Count] = key;
        return Count++;
    }

    /// <summary>The id, from where to where; resources with the same one form a chain.</summary>
    readonly record struct Key(int Start, int End, int Type, int Next);
}
