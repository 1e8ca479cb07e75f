using Baton.C1Z.Sqlite;
using Baton.CompilerServices;

namespace Baton.C1Z;

/// <summary>Reads and writes the grants of one sync for the expansion, inside of a transaction of the caller.</summary>
sealed class ExpansionStore(Database database, RowWriter rows, string syncId, Func<string> now) : IDisposable
{
    const int MaxRows = 4096;
    const int MaxBytes = 1 << 20;

    readonly List<GrantCursor> _cursors = [];
    readonly RowBatch _batch = new(RowKind.Grant);
    readonly List<(long Row, int End)> _changed = [];
    readonly Statement _update = database.Prepare("UPDATE v1_grants SET data = ?2 WHERE id = ?1");
    readonly Statement _grant = database.Prepare("SELECT data FROM v1_grants WHERE id = ?1");
    long _written;

    /// <summary>Rows read and written so far: a measure of the work.</summary>
    public long Work => _written + _cursors.Sum(static cursor => cursor.Steps);

    /// <summary>Takes what is to stand in a row that is there; see <see cref="EndChange"/>.</summary>
    public WireWriter Changes { get; } = new();

    public GrantCursor Cursor(int number) => _cursors[number];

    /// <summary>Begins to read the grants of an entitlement with the cursor of this number.</summary>
    public GrantCursor Open(int number, string entitlementId)
    {
        while (_cursors.Count <= number)
            _cursors.Add(new(database));
        _cursors[number].Open(syncId, entitlementId);
        return _cursors[number];
    }

    /// <summary>Ends all reading, and forgets what was not written.</summary>
    public void Close()
    {
        _cursors.ForEach(static cursor => cursor.Close());
        Clear();
    }

    /// <summary>The data of a row.</summary>
    public byte[] Grant(long row)
    {
        _grant.Int64(1, row);
        var data = _grant.Step() ? _grant.Bytes(0).ToArray() : [];
        _grant.Reset();
        return data;
    }

    /// <summary>Begins a grant; its id is to be written next, then its data.</summary>
    public WireWriter BeginRow(EntitlementNode entitlement, PrincipalKey principal)
    {
        var writer = _batch.Writer;
        _batch.BeginRow();
        writer.Utf8(entitlement.ResourceTypeId);
        _batch.EndColumn();
        writer.Utf8(entitlement.ResourceId);
        _batch.EndColumn();
        writer.Utf8(entitlement.Id);
        _batch.EndColumn();
        writer.Raw(principal.Type);
        _batch.EndColumn();
        writer.Raw(principal.Id);
        _batch.EndColumn();
        return writer;
    }

    public void EndId()
    {
        _batch.EndColumn();
        _batch.NullColumn();
    }

    public void EndRow()
    {
        _batch.EndColumn();
        _batch.EndRow();
    }

    /// <summary>Notes that what went to <see cref="Changes"/> since the last call is for this row.</summary>
    public void EndChange(long row) => _changed.Add((row, Changes.Length));

    public void FlushIfFull()
    {
        if (_batch.Count + _changed.Count >= MaxRows || _batch.ByteCount + Changes.Length >= MaxBytes)
            Flush();
    }

    public void Flush()
    {
        if (_batch.Count > 0)
            rows.Write(_batch, syncId, now(), keepExpansion: true);
        var start = 0;
        foreach (var (row, end) in _changed)
        {
            _update.Int64(1, row).Blob(2, Changes.Written[start..end]).Run();
            start = end;
        }
        _written += _batch.Count + _changed.Count;
        Clear();
    }

    public void Dispose()
    {
        _cursors.ForEach(static cursor => cursor.Dispose());
        _grant.Dispose();
        _update.Dispose();
        _batch.Dispose();
        Changes.Dispose();
    }

    void Clear()
    {
        _batch.Clear();
        _changed.Clear();
        Changes.Reset();
    }
}
