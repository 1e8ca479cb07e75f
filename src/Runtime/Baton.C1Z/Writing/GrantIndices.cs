using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>
/// Takes the indices off the grants while many are written, and builds them afterwards: sorting once costs a fraction of inserting at
/// random places, and leaves full pages in order, which compress better. Until then rows are only added, and an id may stand twice.
/// </summary>
sealed class GrantIndices
{
    const int FewRows = 4096;

    // Sorting takes as much memory as the cache; with less it merges a few pieces more, which costs next to nothing.
    const int SortKiB = 4 << 10;

    static readonly TableIndex[] Removable = [.. Tables.Grants.Indices.Where(IsLater)];
    static readonly TableIndex ById = Removable.Single(static index => index.IsUnique);

    const string Twins =
        "SELECT id FROM (SELECT id, lead(id) OVER (PARTITION BY external_id, sync_id ORDER BY id) AS later FROM v1_grants) WHERE later IS NOT NULL";

    readonly Database _database;
    long? _stored;
    long _changed;
    bool _areAway;
    bool _areHeld;

    /// <summary>Finds a new file without the indices, or what a process that was killed left.</summary>
    public GrantIndices(Database database)
    {
        _database = database;
        _areAway = Array.Exists(Removable, index => !index.IsIn(database));
        IdsAreUnique = !_areAway || ById.IsIn(database);
    }

    /// <summary>Whether an index is one that may be built afterwards; those with a condition have few entries.</summary>
    public static bool IsLater(TableIndex index) => index.Where is null;

    /// <summary>Whether grants are found by their ids, and rows with an id that is there are noticed.</summary>
    public bool IdsAreUnique { get; private set; }

    /// <summary>Counts rows that are about to change.</summary>
    public void Changing(long rows)
    {
        _changed += rows;
        _stored ??= _database.Number("SELECT max(id) FROM v1_grants");
        // Few changes of a large file are cheaper with the indices in place.
        if (_areAway || _areHeld || _changed < FewRows || _changed < _stored / 8)
            return;
        using (var transaction = _database.Begin())
        {
            foreach (var index in Removable)
                _database.Execute($"DROP INDEX IF EXISTS {index.Name}");
            transaction.Commit();
        }
        (_areAway, IdsAreUnique) = (true, false);
    }

    /// <summary>Makes ids unique, where they are not: of rows with the same id the one that was stored last stays.</summary>
    public void BuildById()
    {
        if (IdsAreUnique)
            return;
        WithSortMemory(() =>
        {
            if (!_database.Holds(ById.Create(Tables.Grants.Name)))
            {
                _database.Execute($"DELETE FROM v1_grants WHERE id IN ({Twins})");
                _database.Execute(ById.Create(Tables.Grants.Name));
            }
        });
        IdsAreUnique = true;
    }

    /// <summary>Builds the one by entitlement and principal, and leaves all as they are until <see cref="Restore"/>.</summary>
    /// <param name="syncId">The sync whose grants are to be read along it, each one once.</param>
    public void HoldByPrincipal(string syncId)
    {
        if (_areHeld)
            return;
        WithSortMemory(() => _database.Execute(Tables.GrantsByPrincipal.Create(Tables.Grants.Name)));
        if (!IdsAreUnique && HasTwins(syncId))
            BuildById();
        _areHeld = true;
    }

    /// <summary>Builds what is missing.</summary>
    public void Restore()
    {
        if (_areAway)
        {
            BuildById();
            WithSortMemory(() =>
            {
                foreach (var index in Removable)
                    _database.Execute(index.Create(Tables.Grants.Name));
            });
        }
        (_stored, _changed, _areAway, _areHeld) = (null, 0, false, false);
    }

    // An id names entitlement and principal: the index at hand shows whether one may stand twice.
    bool HasTwins(string syncId)
    {
        using var twins = _database.Prepare(
            $"SELECT 1 FROM v1_grants INDEXED BY {Tables.GrantsByPrincipal.Name} WHERE id >= (SELECT id FROM v1_grants WHERE sync_id = ?1 ORDER BY id LIMIT 1) " +
            $"GROUP BY {Tables.GrantsByPrincipal.Columns} HAVING count(*) > 1 LIMIT 1");
        return twins.Text(1, syncId).Step();
    }

    void WithSortMemory(Action build)
    {
        var cache = _database.Number("PRAGMA main.cache_size");
        _database.Execute($"PRAGMA main.cache_size = -{SortKiB}");
        build();
        _database.Execute($"PRAGMA main.cache_size = {cache}");
    }
}
