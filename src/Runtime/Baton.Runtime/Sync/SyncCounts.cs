namespace Baton.Sync;

/// <summary>Numbers of rows.</summary>
/// <param name="Resources">Resources.</param>
/// <param name="Entitlements">Entitlements.</param>
/// <param name="Grants">Grants.</param>
public readonly record struct SyncCounts(long Resources, long Entitlements, long Grants);
