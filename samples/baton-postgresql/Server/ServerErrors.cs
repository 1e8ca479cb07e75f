using Baton;
using Npgsql;

namespace BatonPostgresql.Server;

/// <summary>Says what a failure means, and what to do about it.</summary>
static class ServerErrors
{
    /// <summary>The failure of a statement or a connection.</summary>
    public static ConnectorException Explain(NpgsqlException failure, string database, string user) => failure switch
    {
        // All that it says is said here.
        PostgresException e => new(CodeOf(e), $"Database \"{database}\": {e.MessageText}{Detail(e.Detail)}{Advice(e.SqlState, user)}"),
        { InnerException: TimeoutException } =>
            new(ErrorCode.DeadlineExceeded, $"Database \"{database}\": the server does not answer in time: {failure.Message}", failure),
        { IsTransient: true } => new(ErrorCode.Unavailable, $"Database \"{database}\": the server cannot be reached: {Innermost(failure)}", failure),
        _ => new(ErrorCode.FailedPrecondition, $"Database \"{database}\": {Innermost(failure)}", failure),
    };

    static ErrorCode CodeOf(PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.InsufficientPrivilege => ErrorCode.PermissionDenied,
        PostgresErrorCodes.QueryCanceled => ErrorCode.DeadlineExceeded,
        PostgresErrorCodes.UndefinedObject => ErrorCode.NotFound,
        PostgresErrorCodes.DuplicateObject => ErrorCode.AlreadyExists,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.TooManyConnections => ErrorCode.Unavailable,
        // Two changed the privileges of one object at the same time; nothing but the text says so.
        PostgresErrorCodes.InternalError when e.MessageText.Contains("concurrently", StringComparison.Ordinal) => ErrorCode.Unavailable,
        PostgresErrorCodes.ReservedName or PostgresErrorCodes.InvalidParameterValue => ErrorCode.InvalidArgument,
        ['2', '8', ..] => ErrorCode.Unauthenticated,
        _ when e.IsTransient => ErrorCode.Unavailable,
        _ => ErrorCode.FailedPrecondition,
    };

    static string Advice(string state, string user) => state switch
    {
        PostgresErrorCodes.InsufficientPrivilege => $" (the connector is \"{user}\" there: README.md lists what that role needs).",
        PostgresErrorCodes.QueryCanceled => ": if the server is just slow, raise --statement-timeout-seconds.",
        PostgresErrorCodes.InvalidCatalogName => ": name one that exists in --dsn.",
        ['2', '8', ..] => ": check user and password in --dsn, and the server's pg_hba.conf.",
        PostgresErrorCodes.ReadOnlySqlTransaction => ": a standby cannot be changed; name the primary server in --dsn.",
        _ => ".",
    };

    static string Detail(string? detail) => string.IsNullOrEmpty(detail) ? "" : $": {detail.ReplaceLineEndings("; ")}";

    static string Innermost(Exception e) => e.GetBaseException().Message;
}
