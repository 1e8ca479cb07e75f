using System.Net;

namespace Baton.Errors;

/// <summary>What an HTTP status of the source means for a sync.</summary>
static class HttpStatusErrors
{
    internal static ErrorCode CodeOf(HttpStatusCode status) => (int)status switch
    {
        400 => ErrorCode.InvalidArgument,
        401 => ErrorCode.Unauthenticated,
        403 => ErrorCode.PermissionDenied,
        404 => ErrorCode.NotFound,
        408 => ErrorCode.DeadlineExceeded,
        409 => ErrorCode.AlreadyExists,
        429 => ErrorCode.Unavailable,
        501 => ErrorCode.Unimplemented,
        >= 500 => ErrorCode.Unavailable,
        >= 400 => ErrorCode.InvalidArgument,
        _ => ErrorCode.Unknown,
    };
}
