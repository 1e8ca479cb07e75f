namespace Baton.Transport;

/// <summary>Says who calls, in the place of the library's own name.</summary>
sealed class UserAgentHandler(string userAgent, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove("user-agent");
        request.Headers.TryAddWithoutValidation("user-agent", userAgent);
        return base.SendAsync(request, cancellationToken);
    }
}
