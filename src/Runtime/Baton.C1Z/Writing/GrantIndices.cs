using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>
/// Takes the indices that only readers need off the grants while many are written, and builds them afterwards: sorting
/// once costs a fraction of inserting at random places.
/// </summary>
sealed class GrantIndices(Database database)
{
    const int FewRows = 4096;

    // Sorting takes as much memory as the cache; with less it merges a few pieces more, which costs next to nothing.
    const int SortKiB = 4 << 10;

    static readonly TableIndex[] ForReaders = [.. Tables.Grants.Indices.Where(index => !index.IsUnique && index.Where is null)];

    long? _stored;
    long _changed;
    bool _areAway;
    bool _areHeld;

    /// <summary>Counts rows that are about to change.</summary>
    public void Changing(long rows)
    {
        _changed += rows;
        _stored ??= database.Number("SELECT max(id) FROM v1_grants");
        // Few changes of a large file are cheaper with the indices in place.
        if (_areAway || _areHeld || _changed < FewRows || _changed < _stored / 8)
            return;
        foreach (var index in ForReaders)
            database.Execute($"DROP INDEX IF EXISTS {index.Name}");
        _areAway = true;
    }

    /// <summary>Builds the one by entitlement and principal, and leaves all as they are until <see cref="Restore"/>.</summary>
    public void HoldByPrincipal()
    {
        if (!_areHeld)
            Build([Tables.GrantsByPrincipal]);
        _areHeld = true;
    }

    /// <summary>Builds what is missing.</summary>
    public void Restore()
    {
        if (_areAway)
            Build(ForReaders);
        (_stored, _changed, _areAway, _areHeld) = (null, 0, false, false);
    }

    void Build(IEnumerable<TableIndex> indices)
    {
        var cache = database.Number("PRAGMA main.cache_size");
        database.Execute($"PRAGMA main.cache_size = -{SortKiB}");
        foreach (var index in indices)
            database.Execute(index.Create(Tables.Grants.Name));
        database.Execute($"PRAGMA main.cache_size = {cache}");
    }
}
