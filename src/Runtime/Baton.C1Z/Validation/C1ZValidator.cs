using Baton.C1Z.Envelope;
using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Checks every rule of the format, and whether the rows of each sync fit together. The file is only read.</summary>
public static class C1ZValidator
{
    /// <summary>Checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Null for those of the environment.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What is wrong, errors first; empty for a sound file.</returns>
    /// <exception cref="C1ZException">The file cannot be looked at: it is not there, or this machine refuses.</exception>
    public static async Task<IReadOnlyList<Finding>> RunAsync(string path, C1ZOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= C1ZOptions.FromEnvironment();
        using var place = await C1ZPlace.ForReadingAsync(path, options, cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => Run(place, options, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    static IReadOnlyList<Finding> Run(C1ZPlace place, C1ZOptions options, CancellationToken cancellationToken)
    {
        var book = new FindingBook();
        using var folder = TempFolder.Create(options.TempDirectory);
        try
        {
            if (EnvelopeReader.Unpack(place, folder.Database, options, cancellationToken) == 0)
                book.Warning("envelope", "there is no database inside: the file reads as empty");
            DatabaseHeader.Check(folder.Database, place.Name);
            using var database = Database.Open(folder.Database, place.Name);
            using (database.InterruptOn(cancellationToken))
                Check(database, place.Name, book, cancellationToken);
        }
        catch (C1ZException e) when (Rule(e.Error) is { } rule)
        {
            book.Error(rule, e.Message);
        }
        return book.ToList();
    }

    static void Check(Database database, string path, FindingBook book, CancellationToken cancellationToken)
    {
        database.Execute("PRAGMA synchronous = OFF"); // a copy of our own
        if (database.Text("PRAGMA journal_mode") is "wal")
            book.Warning("journal", "the database says that it has a write-ahead log, which a c1z cannot hold");
        using (var integrity = database.Prepare($"PRAGMA integrity_check({Finding.MaxPlaces})"))
        {
            while (integrity.Step())
            {
                if (integrity.Text(0) is not ("ok" or null) and var problem)
                    book.Error("integrity", "the database is damaged", problem);
            }
        }
        if (!new SchemaRules(database, book).Check())
            return;
        // What every reader repairs at opening is known by now; the rest looks at the repaired copy.
        if (database.Number("SELECT count(*) FROM pragma_table_info('v1_sync_runs') WHERE name = 'grants_backfilled'") != 0
            && database.Number("SELECT count(*) FROM v1_sync_runs WHERE grants_backfilled = 0") != 0)
            book.Warning("sync-backfill", "expansions may still be inside of grants (grants_backfilled = 0): every reader repairs that at every opening");
        Migration.Run(database, path, withIndices: true);
        new SyncRunRules(database, book).Check();
        new RowRules(database, book, cancellationToken).Check();
        foreach (var run in Finished(database))
            CheckInvariants(database, run, book, cancellationToken);
    }

    static List<(string Id, SyncType Type)> Finished(Database database)
    {
        var syncs = new List<(string, SyncType)>();
        using var rows = database.Prepare("SELECT sync_id, sync_type FROM v1_sync_runs WHERE ended_at IS NOT NULL ORDER BY id");
        while (rows.Step())
            syncs.Add((rows.Text(0) ?? "", new(rows.Text(1) ?? "")));
        return syncs;
    }

    static void CheckInvariants(Database database, (string Id, SyncType Type) sync, FindingBook book, CancellationToken cancellationToken)
    {
        var violations = new ViolationBook();
        new ExclusionGroups(database, sync.Id, violations).Check(cancellationToken);
        if (sync.Type == SyncType.Full)
        {
            var references = new References(database, sync.Id, violations, cancellationToken);
            references.OfGrantsToResources();
            references.OfEntitlements();
            references.OfGrantsToEntitlements();
            references.OfGrantsToPrincipals();
            UnknownTypes(database, sync.Id, book);
        }
        foreach (var violation in violations.ToList())
            book.Add(violation, sync.Id);
        CheckStats(database, sync, book);
    }

    static void CheckStats(Database database, (string Id, SyncType Type) sync, FindingBook book)
    {
        using var row = database.Prepare("SELECT stats FROM v1_sync_runs WHERE sync_id = ?1");
        if (!row.Text(1, sync.Id).Step() || SyncStats.TryParse(row.Text(0)) is not { } stored)
            return;
        var run = new SyncRun { Id = sync.Id, Type = sync.Type, StartedAt = default, Token = "", ParentSyncId = "", LinkedSyncId = "", SupportsDiff = false };
        var counted = StatsCounter.Count(database, run);
        if (Counts(stored) != Counts(counted))
            book.Error("stats", "the counts that the file keeps are not those of its rows: every program shows them all the same", $"sync {sync.Id}");
    }

    static string Counts(SyncStats stats) => (stats with
    {
        StepDurationsMs = new Dictionary<string, long>(),
        ConnectorCallStats = new Dictionary<string, CallStats>(),
        SessionStoreStats = new Dictionary<string, CallStats>(),
    }).ToJson();

    static void UnknownTypes(Database database, string syncId, FindingBook book)
    {
        using var rows = database.Prepare(
            "SELECT r.id, r.external_id, r.resource_type_id FROM v1_resources AS r WHERE r.sync_id = ?1 AND NOT EXISTS "
            + "(SELECT 1 FROM v1_resource_types AS t WHERE t.external_id = r.resource_type_id AND t.sync_id = ?1) ORDER BY r.id");
        rows.Text(1, syncId);
        while (rows.Step())
            book.Warning("resource-types", $"resources are of type \"{rows.Text(2)}\", which is not stored: no count has them", FindingBook.Row("v1_resources", rows.Int64(0), rows.Text(1)));
    }

    /// <summary>The rule that a failure of reading breaks; null for what is not the file's fault.</summary>
    static string? Rule(C1ZError error) => error switch
    {
        C1ZError.NotFound or C1ZError.Configuration or C1ZError.MissingLibrary or C1ZError.InputOutput or C1ZError.TempDirectoryFull or C1ZError.Conflict => null,
        C1ZError.CorruptDatabase => "integrity",
        C1ZError.Schema => "schema",
        C1ZError.CorruptRow => "row",
        _ => "envelope",
    };
}
