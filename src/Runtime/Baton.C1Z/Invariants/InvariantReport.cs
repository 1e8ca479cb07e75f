namespace Baton.C1Z;

/// <summary>What was checked before a sync ended, and what was found.</summary>
/// <param name="Coverage">The invariants that were checked.</param>
/// <param name="Violations">Those that do not hold, the hard ones first.</param>
public sealed record InvariantReport(IReadOnlyList<string> Coverage, IReadOnlyList<InvariantViolation> Violations);
