namespace Baton.Sync;

/// <summary>Which failed syncs leave their rows in the file, so that a later run can go on from there.</summary>
static class Retention
{
    internal static bool Keeps(Exception failure) => failure is TooManyWarningsException or SyncNotCompleteException || Errors.Failure.CodeOf(failure) is
        ErrorCode.NotFound or ErrorCode.PermissionDenied or ErrorCode.ResourceExhausted or ErrorCode.FailedPrecondition or
        ErrorCode.Aborted or ErrorCode.Unavailable or ErrorCode.Unauthenticated or ErrorCode.DeadlineExceeded;
}
