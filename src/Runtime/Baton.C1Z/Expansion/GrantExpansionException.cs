namespace Baton.C1Z;

/// <summary>The grants of a sync contradict each other, so that they cannot be expanded.</summary>
/// <param name="message">Which ones, and how.</param>
public sealed class GrantExpansionException(string message) : Exception(message);
