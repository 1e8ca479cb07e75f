using System.Net;
using System.Text;

namespace Baton.Testing;

/// <summary>
/// Answers requests from a recording. Equal requests get their answers in the order recorded, and the last one again when there are more;
/// a request that was not recorded fails, and says what is nearest.
/// </summary>
/// <param name="recording">What was recorded.</param>
/// <param name="redaction">The same that the recorder had, so that requests are compared without secrets.</param>
public sealed class HttpReplay(HttpRecording recording, HttpRedaction? redaction = null) : HttpMessageHandler
{
    readonly HttpRedaction _redaction = redaction ?? new HttpRedaction();
    readonly Lock _gate = new();
    readonly Dictionary<(string Method, string Address, string? Body), Queue<HttpExchange>> _answers = recording.Exchanges
        .GroupBy(static exchange => (exchange.Method, exchange.Address, exchange.RequestBody))
        .ToDictionary(static group => group.Key, static group => new Queue<HttpExchange>(group));

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var sent = request.Content is null ? null : _redaction.Apply(await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        var key = (request.Method.Method, _redaction.Apply(request.RequestUri?.PathAndQuery ?? "/"), sent);
        var exchange = Next(key) ?? throw new ConnectorAssertionException($"The recording has no answer to {key.Method} {key.Item2}. {Nearest(key.Item2)}");
        var response = new HttpResponseMessage((HttpStatusCode)exchange.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(exchange.Body)),
        };
        foreach (var (name, value) in exchange.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }
        return response;
    }

    HttpExchange? Next((string Method, string Address, string? Body) key)
    {
        lock (_gate)
        {
            if (!_answers.TryGetValue(key, out var answers))
                return null;
            return answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        }
    }

    string Nearest(string address)
    {
        var path = address.Split('?')[0];
        var same = _answers.Keys.Where(known => known.Address.Split('?')[0] == path).Select(static known => $"{known.Method} {known.Address}").Take(5).ToList();
        return same.Count > 0
            ? $"With this path it has: {string.Join(", ", same)}. Record again if the connector asks differently now."
            : $"It has {_answers.Count} requests, none with this path. Record again if the connector asks for something else now.";
    }
}
