using System.Data.Common;
using System.Net;
using System.Net.Sockets;

namespace Baton.Runtime.Tests.Sync;

/// <summary>The code that each exception of a connector gets.</summary>
public sealed class FailureTests : SyncTest
{
    public static TheoryData<Exception, ErrorCode> Exceptions => new()
    {
        { new ConnectorException(ErrorCode.Aborted, "x"), ErrorCode.Aborted },
        { new InvalidOperationException("x"), ErrorCode.Unknown },
        { new OperationCanceledException("x"), ErrorCode.Unknown },
        { new UnauthorizedAccessException("x"), ErrorCode.PermissionDenied },
        { new FileNotFoundException("x"), ErrorCode.FailedPrecondition },
        { new DirectoryNotFoundException("x"), ErrorCode.FailedPrecondition },
        { new IOException("x"), ErrorCode.Unknown },
        { new NotImplementedException("x"), ErrorCode.Unimplemented },
        { new AggregateException(new UnauthorizedAccessException("x")), ErrorCode.PermissionDenied },
        { new AggregateException(new UnauthorizedAccessException("x"), new IOException("y")), ErrorCode.Unknown },
        { Http(HttpStatusCode.BadRequest), ErrorCode.InvalidArgument },
        { Http(HttpStatusCode.Unauthorized), ErrorCode.Unauthenticated },
        { Http(HttpStatusCode.Forbidden), ErrorCode.PermissionDenied },
        { Http(HttpStatusCode.Conflict), ErrorCode.AlreadyExists },
        { Http(HttpStatusCode.NotImplemented), ErrorCode.Unimplemented },
        { Http(HttpStatusCode.UnprocessableEntity), ErrorCode.InvalidArgument },
        { Http(HttpStatusCode.Redirect), ErrorCode.Unknown },
        { new HttpRequestException(HttpRequestError.NameResolutionError, "x"), ErrorCode.InvalidArgument },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, "x"), ErrorCode.FailedPrecondition },
        { new HttpRequestException(HttpRequestError.UserAuthenticationError, "x"), ErrorCode.Unauthenticated },
        { new SocketException((int)SocketError.HostNotFound), ErrorCode.InvalidArgument },
        { new Database("28P01"), ErrorCode.Unauthenticated },
        { new Database("42501"), ErrorCode.PermissionDenied },
        { new Database("42P01"), ErrorCode.Unknown },
        { new Database(null), ErrorCode.Unknown },
    };

    public static TheoryData<Exception> Passing =>
    [
        new ConnectorException(ErrorCode.Unavailable, "x"),
        new TimeoutException("x"),
        new TaskCanceledException("x", new TimeoutException()),
        Http(HttpStatusCode.RequestTimeout),
        Http(HttpStatusCode.TooManyRequests),
        Http(HttpStatusCode.InternalServerError),
        Http(HttpStatusCode.BadGateway),
        Http(HttpStatusCode.ServiceUnavailable),
        Http(HttpStatusCode.GatewayTimeout),
        Http((HttpStatusCode)599),
        new HttpRequestException(HttpRequestError.ConnectionError, "x"),
        new HttpRequestException(HttpRequestError.ResponseEnded, "x"),
        new HttpRequestException(HttpRequestError.NameResolutionError, "x", new SocketException((int)SocketError.TryAgain)),
        new HttpIOException(HttpRequestError.ResponseEnded, "x"),
        new SocketException((int)SocketError.ConnectionReset),
        new SocketException((int)SocketError.TimedOut),
        new IOException("x", new SocketException((int)SocketError.ConnectionAborted)),
        new Database("57014"),
        new Database(null, isTransient: true),
    ];

    [Theory]
    [MemberData(nameof(Exceptions), DisableDiscoveryEnumeration = true)]
    public async Task Of_a_failure_that_lasts(Exception thrown, ErrorCode code)
    {
        var failure = await FailAsync(new FakeSyncer(Users.Definition) { Pages = (_, _, _) => throw thrown });
        Assert.Equal(code, failure.Code);
        Assert.Same(thrown, failure.InnerException);
        Assert.StartsWith("listing resource type \"user\": ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Passing), DisableDiscoveryEnumeration = true)]
    public async Task Of_a_failure_that_passes(Exception thrown)
    {
        var calls = 0;
        await SyncAsync(new FakeSyncer(Users.Definition)
        {
            Pages = (_, _, _) => calls++ == 0 ? throw thrown : Task.FromResult(new Page<Item>([])),
        });
        Assert.Equal(2, calls);
    }

    static HttpRequestException Http(HttpStatusCode status) => new("x", null, status);

    sealed class Database(string? state, bool isTransient = false) : DbException("x")
    {
        public override string? SqlState => state;

        public override bool IsTransient => isTransient;
    }
}
