namespace Baton.C1Z;

/// <summary>Names of entitlements and actions, and which name covers which.</summary>
sealed class ActionTable
{
    readonly TextTable _names = new();
    readonly Dictionary<int, HashSet<int>> _covers = [];
    readonly List<bool> _coverAll = []; // by name

    public ActionTable(AccessOptions options)
    {
        foreach (var (name, actions) in options.Covers)
        {
            var number = Add(name);
            if (actions.Contains(AccessOptions.EveryAction))
                _coverAll[number] = true;
            else
                _covers[number] = [.. actions.Select(Add)];
        }
    }

    public int Add(string name)
    {
        var number = _names.Add(name);
        if (number == _coverAll.Count)
            _coverAll.Add(false);
        return number;
    }

    /// <summary>The number of an action; negative for one that nothing is named after, which only what covers every action covers.</summary>
    public int Find(ReadOnlySpan<char> action) => _names.Find(action);

    public bool Covers(int name, int action) =>
        name == action || _coverAll[name] || (action >= 0 && _covers.TryGetValue(name, out var actions) && actions.Contains(action));
}
