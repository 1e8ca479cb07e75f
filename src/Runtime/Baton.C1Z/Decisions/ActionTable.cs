namespace Baton.C1Z;

/// <summary>Names of entitlements and actions, and which name covers which.</summary>
sealed class ActionTable
{
    readonly TextTable _names = new();
    readonly List<int[]?> _covers = []; // by name; null for itself alone, and empty for every action

    public ActionTable(AccessOptions options)
    {
        foreach (var (name, actions) in options.Covers)
        {
            int[] covered = actions.Contains(AccessOptions.EveryAction) ? [] : [Add(name), .. actions.Select(Add)];
            _covers[Add(name)] = covered;
        }
    }

    public int Add(string name)
    {
        var number = _names.Add(name);
        if (number == _covers.Count)
            _covers.Add(null);
        return number;
    }

    /// <summary>The number of an action; negative for one that nothing is named after, which only what covers every action covers.</summary>
    public int Find(ReadOnlySpan<char> action) => _names.Find(action);

    public bool Covers(int name, int action) => name == action || (_covers[name] is { } actions && (actions.Length == 0 || actions.AsSpan().Contains(action)));
}
