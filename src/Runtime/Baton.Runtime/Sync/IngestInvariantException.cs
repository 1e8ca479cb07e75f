using Baton.C1Z;

namespace Baton.Sync;

/// <summary>The rows of a sync contradict each other so that nobody could use them; trying again would give the same.</summary>
/// <param name="violation">The first of what was found; the log has all.</param>
public sealed class IngestInvariantException(InvariantViolation violation) : ConnectorException(
    ErrorCode.Unknown, $"ingest invariant violated: {violation.Id}: {violation.Text} ({violation.Count}): {string.Join(", ", violation.Examples)}");
