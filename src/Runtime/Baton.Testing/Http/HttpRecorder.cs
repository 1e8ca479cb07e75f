namespace Baton.Testing;

/// <summary>Passes requests on to the source and writes down, without secrets, what was said.</summary>
/// <param name="redaction">What is left out.</param>
/// <param name="inner">Reaches the source; null for the network.</param>
public sealed class HttpRecorder(HttpRedaction? redaction = null, HttpMessageHandler? inner = null)
    : DelegatingHandler(inner ?? new SocketsHttpHandler())
{
    readonly HttpRedaction _redaction = redaction ?? new HttpRedaction();
    readonly Lock _gate = new();
    readonly List<HttpExchange> _exchanges = [];

    /// <summary>What was recorded so far.</summary>
    public HttpRecording Recording
    {
        get
        {
            lock (_gate)
                return new HttpRecording { Exchanges = [.. _exchanges] };
        }
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await response.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => _redaction.KeptHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .OrderBy(static header => header.Key, StringComparer.Ordinal)
            .ToDictionary(static header => header.Key, header => _redaction.Apply(string.Join(", ", header.Value)));
        var exchange = new HttpExchange(
            request.Method.Method, _redaction.Apply(request.RequestUri?.PathAndQuery ?? "/"), sent is null ? null : _redaction.Apply(sent),
            (int)response.StatusCode, headers, _redaction.Apply(body));
        lock (_gate)
            _exchanges.Add(exchange);
        return response;
    }
}
