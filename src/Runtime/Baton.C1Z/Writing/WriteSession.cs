using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Everything that writes through one open database.</summary>
sealed class WriteSession(Database database) : IDisposable
{
    public SyncRunTable Runs { get; } = new(database);

    public RowWriter Rows { get; } = new(database);

    public GrantIndices Indices { get; } = new(database);

    public PlannerReads Planner { get; } = new(database);

    public void Dispose()
    {
        Rows.Dispose();
        Planner.Dispose();
    }
}
