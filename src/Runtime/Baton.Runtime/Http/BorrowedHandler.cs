namespace Baton.Http;

/// <summary>Passes on to a handler that somebody else disposes: the factory of clients disposes those that it made.</summary>
sealed class BorrowedHandler(HttpMessageHandler handler) : HttpMessageHandler
{
    readonly HttpMessageInvoker _invoker = new(handler, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _invoker.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _invoker.Dispose();
        base.Dispose(disposing);
    }
}
