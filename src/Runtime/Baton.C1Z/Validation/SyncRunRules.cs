using System.Text.Json;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>The rows of <c>v1_sync_runs</c>.</summary>
sealed class SyncRunRules(Database database, FindingBook book)
{
    const string Table = "v1_sync_runs";

    static readonly SyncType[] Known = [SyncType.Full, SyncType.ResourcesOnly, SyncType.Partial, SyncType.PartialUpserts, SyncType.PartialDeletions];

    public void Check()
    {
        using var rows = database.Prepare(
            "SELECT id, sync_id, started_at, ended_at, sync_token, sync_type, parent_sync_id, linked_sync_id, supports_diff, grants_backfilled FROM v1_sync_runs ORDER BY id");
        var count = 0;
        for (; rows.Step(); count++)
            Check(rows, FindingBook.Row(Table, rows.Int64(0), rows.Text(1)));
        if (count == 0)
            book.Warning("sync-none", "the file holds no sync");
    }

    void Check(Statement row, string place)
    {
        if (!Ksuid.IsValid(row.Text(1) ?? ""))
            book.Warning("sync-id", "the id of a sync is not a KSUID: the file cannot be converted to format v3", place);
        Time(row.Text(2), "started_at", place);
        if (row.Text(3) is { } ended)
            Time(ended, "ended_at", place);
        else
            book.Warning("sync-unfinished", "a sync is not finished", place);
        if (row.Int64(8) is not (0 or 1) || row.Int64(9) is not (0 or 1))
            book.Error("sync-flags", "supports_diff or grants_backfilled is neither 0 nor 1", place);
        var type = new SyncType(row.Text(5) ?? "");
        if (!Known.Contains(type))
            book.Warning("sync-type", $"\"{type}\" is no known type of sync", place);
        if ((type == SyncType.Full || type == SyncType.ResourcesOnly) && row.Text(6) is not "")
            book.Error("sync-parent", "a sync that needs no other one has a parent", place);
        Linked(row.Text(1) ?? "", row.Text(7) ?? "", place);
        Token(row.Text(4) ?? "", place);
    }

    void Time(string? text, string column, string place)
    {
        if (text is null || !Timestamps.TryParse(text, out _))
            book.Error("times", $"{column} is not a time", place);
        else if (text.Length < 19 || text[10] != ' ' || (text.Length > 19 && (text[19] != '.' || text.EndsWith('0') || text.AsSpan(20).ContainsAnyExceptInRange('0', '9'))))
            book.Warning("times", $"{column} is not in the usual form: times compare as text, so the wrong sync may count as the last one", place);
    }

    void Linked(string id, string linked, string place)
    {
        if (linked.Length == 0)
            return;
        using var other = database.Prepare("SELECT linked_sync_id FROM v1_sync_runs WHERE sync_id = ?1");
        if (!other.Text(1, linked).Step() || other.Text(0) != id)
            book.Warning("sync-linked", "the sync that one is linked to is not there, or is not linked back", place);
    }

    void Token(string token, string place)
    {
        if (token.Length == 0)
            return;
        try
        {
            using var document = JsonDocument.Parse(token);
        }
        catch (JsonException)
        {
            book.Warning("sync-token", "the state of a sync is not JSON", place);
        }
    }
}
