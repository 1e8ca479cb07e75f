namespace Baton.C1Z;

/// <summary>
/// Breadth first, backwards from an entitlement that is asked for; circles end where they were begun. Used again and again by its thread, so that
/// a question allocates nothing.
/// </summary>
sealed class PassingSearch
{
    const int None = -1;
    const int KeptCapacity = 1 << 16;
    const int WordBits = 64;

    readonly List<(int Entitlement, int Grant, int From)> _reached = [];
    ulong[] _seen = []; // a bit for each entitlement
    int _next;

    public PassingSearch Begin(int entitlement, int entitlements)
    {
        foreach (var (reached, _, _) in _reached)
            _seen[reached / WordBits] = 0;
        _reached.Clear();
        if (_reached.Capacity > KeptCapacity)
            _reached.Capacity = 0; // a single question on a strange file must not keep its memory for ever
        if (_seen.Length <= entitlements / WordBits)
            _seen = new ulong[(entitlements / WordBits) + 1];
        _next = 0;
        Reach(entitlement, None, None);
        return this;
    }

    /// <summary>The next entitlement that was reached.</summary>
    /// <param name="entitlement">The entitlement.</param>
    /// <param name="index">Which one it is, to tell where others were reached from.</param>
    public bool Next(out int entitlement, out int index)
    {
        index = _next;
        if (_next == _reached.Count)
        {
            entitlement = None;
            return false;
        }
        entitlement = _reached[_next++].Entitlement;
        return true;
    }

    public void Reach(int entitlement, int grant, int from)
    {
        ref var word = ref _seen[entitlement / WordBits];
        var bit = 1UL << (entitlement % WordBits);
        if ((word & bit) != 0)
            return;
        word |= bit;
        _reached.Add((entitlement, grant, from));
    }

    /// <summary>The last grant of the way: the one of the entitlement that was asked for.</summary>
    public int FirstGrant(int grant, int index)
    {
        for (; index > 0; index = _reached[index].From)
            grant = _reached[index].Grant;
        return grant;
    }

    /// <summary>The grants of the way from there on.</summary>
    public IEnumerable<int> GrantsFrom(int index)
    {
        for (; index > 0; index = _reached[index].From)
            yield return _reached[index].Grant;
    }
}
