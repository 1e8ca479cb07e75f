namespace Baton.C1Z;

/// <summary>How often something was called, and how long that took.</summary>
/// <param name="Count">Number of calls.</param>
/// <param name="TotalMs">Milliseconds in all.</param>
/// <param name="MaxMs">Milliseconds of the longest.</param>
/// <param name="Errors">How many failed.</param>
/// <param name="Timeouts">How many took too long.</param>
public sealed record CallStats(long Count, long TotalMs, long MaxMs, long Errors, long Timeouts);
