namespace Baton.Sync;

/// <summary>A run was over before its sync was. What it stored is kept, and the next run goes on with it.</summary>
/// <param name="message">What was exceeded.</param>
public sealed class SyncNotCompleteException(string message) : ConnectorException(ErrorCode.Unknown, message);
