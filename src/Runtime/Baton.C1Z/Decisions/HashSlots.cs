namespace Baton.C1Z;

/// <summary>Finds numbers by hashes. What has the hash is for its owner to compare.</summary>
sealed class HashSlots
{
    (int Hash, int Entry)[] _slots = new (int, int)[512]; // entry: number + 1, or 0; a power of two of them, at most half full
    int _count;

    /// <summary>The next number that was added with a hash; negative when there is none.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="place">Where the last one was; negative to begin.</param>
    public int Next(int hash, ref int place)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        for (place = (place < 0 ? hash : place + 1) & mask; slots[place] is var (known, entry) && entry != 0; place = (place + 1) & mask)
        {
            if (known == hash)
                return entry - 1;
        }
        return -1;
    }

    public void Add(int hash, int number)
    {
        if (2 * ++_count > _slots.Length)
            Grow();
        Place(hash, number + 1);
    }

    /// <summary>Begins to read where a hash is looked for.</summary>
    public void Prefetch(int hash) => Memory.Prefetch(ref _slots[hash & (_slots.Length - 1)].Hash);

    /// <summary>Gives each number its new one.</summary>
    public void Renumber(ReadOnlySpan<int> numbers)
    {
        foreach (ref var slot in _slots.AsSpan())
        {
            if (slot.Entry != 0)
                slot.Entry = numbers[slot.Entry - 1] + 1;
        }
    }

    void Grow()
    {
        var old = _slots;
        _slots = new (int, int)[2 * old.Length];
        foreach (var (hash, entry) in old)
        {
            if (entry != 0)
                Place(hash, entry);
        }
    }

    void Place(int hash, int entry)
    {
        var mask = _slots.Length - 1;
        var place = hash & mask;
        while (_slots[place].Entry != 0)
            place = (place + 1) & mask;
        _slots[place] = (hash, entry);
    }
}
