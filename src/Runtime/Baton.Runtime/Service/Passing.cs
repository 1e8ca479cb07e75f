namespace Baton.Service;

/// <summary>Failures after which the same call may succeed. Work is done by then, so that little is given up as hopeless.</summary>
static class Passing
{
    // Also a refused token: the one that issues them, and the one that checks them, may be out of step for a while.
    public static bool Is(ErrorCode code) => code is ErrorCode.Unavailable or ErrorCode.DeadlineExceeded or ErrorCode.Internal or ErrorCode.Unknown
        or ErrorCode.Aborted or ErrorCode.ResourceExhausted or ErrorCode.Canceled or ErrorCode.Unauthenticated;
}
