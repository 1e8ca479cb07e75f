using System.Net;

namespace Baton.Testing;

/// <summary>
/// Makes some requests fail, by a script that a seed determines: with the same seed and the same order of requests, the same ones fail in
/// the same way. The same request does not fail more than <see cref="InARow"/> times in a row, so that a connector that tries again gets through.
/// </summary>
/// <param name="seed">Of the script. Put <see cref="ToString"/> into the message of a failing test.</param>
/// <param name="inner">Answers the requests that do not fail.</param>
public sealed class HttpFaults(int seed, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    static readonly HttpFault[] All = Enum.GetValues<HttpFault>();

    readonly Lock _gate = new();
    readonly Random _random = new(seed);
    readonly Dictionary<string, int> _failures = [];
    readonly List<string> _log = [];

    /// <summary>Share of the requests that fail, from 0 to 1. One in five unless set.</summary>
    public double Rate { get; init; } = 0.2;

    /// <summary>How often one request may fail in a row. Twice unless set.</summary>
    public int InARow { get; init; } = 2;

    /// <summary>What may go wrong. Everything unless set.</summary>
    public IReadOnlyList<HttpFault> Kinds { get; init; } = All;

    /// <summary>What went wrong so far, in order.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_gate)
                return [.. _log];
        }
    }

    /// <summary>The seed and what went wrong: enough to see it again.</summary>
    public override string ToString() => $"seed {seed}: {string.Join(", ", Log)}";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        switch (Choose($"{request.Method} {request.RequestUri?.PathAndQuery}"))
        {
            case HttpFault.TooManyRequests:
                var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { RequestMessage = request };
                answer.Headers.TryAddWithoutValidation("Retry-After", "0");
                return answer;
            case HttpFault.Unavailable:
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request };
            case HttpFault.ServerError:
                return new HttpResponseMessage(HttpStatusCode.InternalServerError) { RequestMessage = request };
            case HttpFault.Disconnect:
                throw new HttpRequestException(HttpRequestError.ConnectionError, "The connection was closed by a fault script.");
            case HttpFault.BrokenBody:
                var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                response.Content = new BrokenContent(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false), response.Content);
                return response;
            default:
                return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    HttpFault? Choose(string request)
    {
        lock (_gate)
        {
            var failures = _failures.GetValueOrDefault(request);
            if (failures >= InARow || _random.NextDouble() >= Rate || Kinds.Count == 0)
            {
                _failures.Remove(request);
                return null;
            }
            _failures[request] = failures + 1;
            var fault = Kinds[_random.Next(Kinds.Count)];
            _log.Add($"{fault} at {request}");
            return fault;
        }
    }

    /// <summary>Half of a body, and then the end of the connection.</summary>
    sealed class BrokenContent : HttpContent
    {
        readonly byte[] _body;

        public BrokenContent(byte[] body, HttpContent original)
        {
            _body = body;
            foreach (var (name, values) in original.Headers)
                Headers.TryAddWithoutValidation(name, values);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_body.AsMemory(0, _body.Length / 2)).ConfigureAwait(false);
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The connection was closed by a fault script in the middle of the body.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
