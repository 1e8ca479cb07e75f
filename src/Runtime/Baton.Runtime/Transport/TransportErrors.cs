using System.Security.Authentication;

namespace Baton.Transport;

/// <summary>What a broken connection means in terms of gRPC.</summary>
static class TransportErrors
{
    /// <summary>The failure of a call whose connection broke, or was never made.</summary>
    public static RpcException Of(Exception exception, string what)
    {
        var innermost = exception;
        while (innermost.InnerException is { } inner)
            innermost = inner;
        var text = exception.Message.Contains(innermost.Message, StringComparison.Ordinal) ? exception.Message : $"{exception.Message} ({innermost.Message})";
        if (innermost is AuthenticationException)
            text += ". The authority of a private certificate is trusted when SSL_CERT_FILE names its file";
        return new(CodeOf(exception), $"{what}: {text}", exception);
    }

    static ErrorCode CodeOf(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is HttpProtocolException reset)
                return OfReset(reset.ErrorCode);
        }
        return ErrorCode.Unavailable;
    }

    /// <summary>The meaning of a reset stream, as gRPC lays it down; the connection itself is replaced by the next call.</summary>
    static ErrorCode OfReset(long code) => code switch
    {
        0x8 => ErrorCode.Canceled,
        0xb => ErrorCode.ResourceExhausted,
        0xc => ErrorCode.PermissionDenied,
        _ => ErrorCode.Unavailable,
    };
}
