namespace Baton.C1Z;

/// <summary>The result of merging syncs.</summary>
/// <param name="File">Full path of the new file.</param>
/// <param name="SyncId">Its only sync.</param>
public sealed record CompactedSync(string File, string SyncId);
