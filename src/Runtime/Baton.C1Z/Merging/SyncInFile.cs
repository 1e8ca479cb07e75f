namespace Baton.C1Z;

/// <summary>A sync of a file.</summary>
/// <param name="File">The file.</param>
/// <param name="SyncId">The sync.</param>
public sealed record SyncInFile(string File, string SyncId);
