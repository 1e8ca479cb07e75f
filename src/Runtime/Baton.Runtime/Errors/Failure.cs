using System.Data.Common;
using System.Net.Sockets;

namespace Baton.Errors;

/// <summary>Gives every exception the code that decides about it: retry, warning, exit code.</summary>
static class Failure
{
    /// <summary>The failure of a call into the connector, saying which call it was.</summary>
    internal static ConnectorException Of(string call, Exception exception)
    {
        var cause = Cause(exception);
        return new(CodeOf(cause), $"{call}: {cause.Message}", exception) { RetryAfter = (cause as ConnectorException)?.RetryAfter };
    }

    internal static ErrorCode CodeOf(Exception exception) => Cause(exception) switch
    {
        ConnectorException e => e.Code,
        HttpRequestException e => OfHttp(e),
        HttpIOException => ErrorCode.Unavailable,
        SocketException e => OfSocket(e),
        IOException { InnerException: SocketException e } => OfSocket(e),
        TimeoutException => ErrorCode.DeadlineExceeded,
        // HttpClient reports its own time-out so; any other cancellation that is not ours is the connector's own affair.
        OperationCanceledException { InnerException: TimeoutException } => ErrorCode.DeadlineExceeded,
        DbException e => OfDatabase(e),
        UnauthorizedAccessException => ErrorCode.PermissionDenied,
        // Not NotFound: a source that is missing as a whole must end the sync, a missing resource must not.
        FileNotFoundException or DirectoryNotFoundException => ErrorCode.FailedPrecondition,
        NotImplementedException => ErrorCode.Unimplemented,
        _ => ErrorCode.Unknown,
    };

    static Exception Cause(Exception exception)
    {
        while (exception is AggregateException { InnerExceptions.Count: 1 } or System.Reflection.TargetInvocationException { InnerException: not null })
            exception = exception.InnerException!;
        return exception;
    }

    static ErrorCode OfHttp(HttpRequestException e) => e switch
    {
        { StatusCode: { } status } => HttpStatusErrors.CodeOf(status),
        { HttpRequestError: HttpRequestError.NameResolutionError, InnerException: SocketException inner } => OfSocket(inner),
        { HttpRequestError: HttpRequestError.NameResolutionError } => ErrorCode.InvalidArgument,
        { HttpRequestError: HttpRequestError.UserAuthenticationError } => ErrorCode.Unauthenticated,
        { HttpRequestError: HttpRequestError.SecureConnectionError } => ErrorCode.FailedPrecondition,
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError
            or HttpRequestError.ProxyTunnelError
        } => ErrorCode.Unavailable,
        { InnerException: SocketException inner } => OfSocket(inner),
        { InnerException: IOException } => ErrorCode.Unavailable,
        _ => ErrorCode.Unknown,
    };

    static ErrorCode OfSocket(SocketException e) => e.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData => ErrorCode.InvalidArgument,
        SocketError.TimedOut or SocketError.TryAgain => ErrorCode.DeadlineExceeded,
        SocketError.AccessDenied => ErrorCode.PermissionDenied,
        _ => ErrorCode.Unavailable,
    };

    static ErrorCode OfDatabase(DbException e) => e switch
    {
        { IsTransient: true } => ErrorCode.Unavailable,
        { SqlState: "42501" } => ErrorCode.PermissionDenied,
        { SqlState: "57014" } => ErrorCode.DeadlineExceeded,
        { SqlState: ['2', '8', ..] } => ErrorCode.Unauthenticated,
        _ => ErrorCode.Unknown,
    };
}
