using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Everything that writes through one open database.</summary>
sealed class WriteSession : IDisposable
{
    (string SyncId, EntitlementMerge Merge)? _expansion;

    public WriteSession(Database database)
    {
        Database = database;
        Runs = new(database);
        Indices = new(database);
        Rows = new(database, Indices);
        Planner = new(database);
    }

    public Database Database { get; }

    public SyncRunTable Runs { get; }

    public GrantIndices Indices { get; }

    public RowWriter Rows { get; }

    public PlannerReads Planner { get; }

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
