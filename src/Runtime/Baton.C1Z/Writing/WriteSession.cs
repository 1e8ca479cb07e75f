using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Everything that writes through one open database.</summary>
sealed class WriteSession(Database database) : IDisposable
{
    (string SyncId, EntitlementMerge Merge)? _expansion;

    public Database Database => database;

    public SyncRunTable Runs { get; } = new(database);

    public RowWriter Rows { get; } = new(database);

    public GrantIndices Indices { get; } = new(database);

    public PlannerReads Planner { get; } = new(database);

    /// <summary>Expands the grants of a sync; lives as long as the database is open.</summary>
    public EntitlementMerge Expansion(string syncId, Func<string> now)
    {
        if (_expansion is not { } known || known.SyncId != syncId)
        {
            _expansion?.Merge.Dispose();
            _expansion = known = (syncId, new(new(Database, Rows, syncId, now)));
        }
        return known.Merge;
    }

    public void Dispose()
    {
        _expansion?.Merge.Dispose();
        Rows.Dispose();
        Planner.Dispose();
    }
}
