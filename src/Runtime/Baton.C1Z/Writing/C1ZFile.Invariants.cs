namespace Baton.C1Z;

// What must hold before a sync ends.
public sealed partial class C1ZFile
{
    const string Generation = "1";
    const string Mode = "connector";

    InvariantReport? _verified;

    /// <summary>
    /// Checks that the rows of the current sync fit together; call it when all are stored. When the sync ends without hard violations, the file
    /// says that and what was checked.
    /// </summary>
    public InvariantReport CheckInvariants(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            var (session, sync) = (Use(), RequireSync());
            using var interrupt = session.Database.InterruptOn(cancellationToken);
            session.Indices.Restore(); // the checks walk along them
            var book = new ViolationBook();
            new ExclusionGroups(session.Database, sync.Id, book).Check(cancellationToken);
            if (sync.Type == SyncType.Full)
            {
                var references = new References(session.Database, sync.Id, book, cancellationToken);
                references.OfGrantsToResources();
                references.OfEntitlements();
                references.OfGrantsToEntitlements();
                references.OfGrantsToPrincipals();
            }
            // I10, that no cursor is left over, holds when a sync comes to its end at all.
            return _verified = new(sync.Type == SyncType.Full ? ["I3", "I5", "I7", "I8", "I9", "I10"] : ["I5", "I10"], book.ToList());
        }
    }

    void MarkVerified(WriteSession session, string syncId)
    {
        if (_verified is { } report && !report.Violations.Any(static v => v.IsHard))
        {
            session.Runs.Set(syncId, "ingest_invariant_generation = ?2", Generation);
            session.Runs.Set(syncId, "ingest_invariant_coverage = ?2", $"[{string.Join(',', report.Coverage.Select(static id => $"\"{id}\""))}]");
            session.Runs.Set(syncId, "ingest_invariant_mode = ?2", Mode);
        }
        _verified = null;
    }

    /// <summary>Whoever works on a sync again may break what was verified.</summary>
    static void Unverify(WriteSession session, string syncId)
    {
        foreach (var column in new[] { "generation", "coverage", "mode" })
            session.Runs.Set(syncId, $"ingest_invariant_{column} = ?2", "");
    }
}
