using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;
using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

/// <summary>Makes the grants of a sync what they were before they were expanded.</summary>
sealed class ExpansionRollback(Database database, string syncId)
{
    const int RowsPerPage = 5000;

    readonly List<long> _added = [];
    readonly List<(long Row, byte[] Data)> _changed = [];

    public long Run(CancellationToken cancellationToken)
    {
        using var page = database.Prepare("SELECT id, entitlement_id, data FROM v1_grants WHERE sync_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3");
        using var delete = database.Prepare("DELETE FROM v1_grants WHERE id = ?1");
        using var update = database.Prepare("UPDATE v1_grants SET data = ?2 WHERE id = ?1");
        using var transaction = database.Begin();
        var removed = 0L;
        for (var last = 0L; Read(page, ref last);)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in _added)
                delete.Int64(1, row).Run();
            foreach (var (row, data) in _changed)
                update.Int64(1, row).Blob(2, data).Run();
            removed += _added.Count;
        }
        transaction.Commit();
        return removed;
    }

    bool Read(Statement page, ref long last)
    {
        _added.Clear();
        _changed.Clear();
        var before = last;
        page.Text(1, syncId).Int64(2, last).Int64(3, RowsPerPage);
        while (page.Step())
        {
            last = page.Int64(0);
            Sort(page, last);
        }
        page.Reset();
        return last > before;
    }

    void Sort(Statement row, long number)
    {
        try
        {
            var sources = GrantWire.SourcesOf(row.Bytes(2)).Sources;
            if (sources.Count == 0)
                return;
            if (sources.ContainsKey(row.Text(1)!))
                _changed.Add((number, WithoutSources(row.Bytes(2))));
            else
                _added.Add(number);
        }
        catch (InvalidDataException e)
        {
            throw database.CorruptRow(Tables.Grants.Name, number, e.Message, e);
        }
    }

    static byte[] WithoutSources(ReadOnlySpan<byte> grant)
    {
        using var writer = new WireWriter();
        GrantWire.WithSources(writer, grant, new GrantSources());
        return writer.Written.ToArray();
    }
}
