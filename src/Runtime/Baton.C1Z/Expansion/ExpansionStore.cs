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
    readonly Statement _grant = database.Prepare("SELECT data FROM v1_grants WHERE id = ?1");
    long _written;

    /// <summary>Rows read and written so far: a measure of the work.</summary>
    public long Work => _written + _cursors.Sum(static cursor => cursor.Steps);

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
        _batch.Clear();
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

    public void FlushIfFull()
    {
        if (_batch.Count >= MaxRows || _batch.ByteCount >= MaxBytes)
            Flush();
    }

    public void Flush()
    {
        if (_batch.Count > 0)
            rows.Write(_batch, syncId, now(), keepExpansion: true);
        _written += _batch.Count;
        _batch.Clear();
    }

    public void Dispose()
    {
        _cursors.ForEach(static cursor => cursor.Dispose());
        _grant.Dispose();
        _batch.Dispose();
    }
}
