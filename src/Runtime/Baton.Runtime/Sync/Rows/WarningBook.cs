namespace Baton.Sync;

/// <summary>Warnings by cause, with a few examples of each: the size depends on the number of resource types, not on the data.</summary>
sealed class WarningBook
{
    readonly Dictionary<WarningKey, Entry> _entries = [];

    /// <summary>Hears of each example that is kept.</summary>
    internal Action<string>? Kept { get; init; }

    internal bool IsEmpty => _entries.Count == 0;

    /// <summary>Counts a case. The example is asked for only while more are wanted.</summary>
    internal void Add<T>(WarningKey key, T state, Func<T, string> example)
    {
        var entry = EntryOf(key);
        entry.Count++;
        if (entry.Examples.Count < SyncWarning.MaxExamples)
            Keep(key, entry, example(state));
    }

    /// <summary>Counts a case that needs no example.</summary>
    internal void Add(WarningKey key)
    {
        EntryOf(key).Count++;
        Kept?.Invoke(key.ToString());
    }

    /// <summary>Counts many cases at once.</summary>
    internal void Add(WarningKey key, long count, IReadOnlyList<string> examples)
    {
        var entry = EntryOf(key);
        entry.Count += count;
        foreach (var example in examples.Take(SyncWarning.MaxExamples - entry.Examples.Count))
            Keep(key, entry, example);
    }

    /// <summary>Counts many cases at once, of which everybody has heard.</summary>
    internal void AddTold(WarningKey key, long count, IReadOnlyList<string> examples)
    {
        var entry = EntryOf(key);
        entry.Count += count;
        entry.Examples.AddRange(examples.Take(SyncWarning.MaxExamples - entry.Examples.Count));
    }

    internal void AddTo(WarningBook total)
    {
        foreach (var (key, entry) in _entries)
        {
            var sum = total.EntryOf(key);
            sum.Count += entry.Count;
            foreach (var example in entry.Examples.Take(SyncWarning.MaxExamples - sum.Examples.Count))
                total.Keep(key, sum, example);
        }
    }

    internal void Clear() => _entries.Clear();

    /// <summary>The warnings, ordered by text.</summary>
    internal IReadOnlyList<SyncWarning> ToList() => [.. _entries
        .Select(static e => new SyncWarning(e.Key.ToString(), e.Value.Count, [.. e.Value.Examples]))
        .OrderBy(static w => w.Text, StringComparer.Ordinal)];

    Entry EntryOf(WarningKey key)
    {
        if (!_entries.TryGetValue(key, out var entry))
            _entries.Add(key, entry = new());
        return entry;
    }

    void Keep(WarningKey key, Entry entry, string example)
    {
        entry.Examples.Add(example);
        Kept?.Invoke($"{key}: {example}");
    }

    sealed class Entry
    {
        internal long Count;
        internal readonly List<string> Examples = [];
    }
}
