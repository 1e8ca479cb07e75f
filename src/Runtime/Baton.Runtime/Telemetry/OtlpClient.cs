using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Baton.Errors;
using Baton.Transport;

namespace Baton.Telemetry;

/// <summary>Sends requests of OTLP to a collector, over gRPC or over plain HTTP.</summary>
sealed class OtlpClient : IDisposable
{
    const int PrefixBytes = 5;

    readonly TelemetryOptions _options;
    readonly TimeProvider _time;
    readonly HttpMessageInvoker _http;

    internal OtlpClient(TelemetryOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        var handler = RpcHandler.Create();
        if (options.Authorities is not null)
        {
            handler.SslOptions.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            handler.SslOptions.CertificateChainPolicy.CustomTrustStore.AddRange(CollectorCertificate.Parse(options.Authorities));
        }
        _http = new(handler);
    }

    /// <summary>Sends a request, within the time that one may take.</summary>
    /// <exception cref="ConnectorException">The collector did not take it.</exception>
    internal async Task SendAsync(OtlpSignal signal, byte[] message, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.Timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var request = RequestOf(signal, message);
        try
        {
            using var response = await _http.SendAsync(request, both.Token).ConfigureAwait(false);
            // The status of gRPC is behind the end.
            await response.Content.CopyToAsync(Stream.Null, both.Token).ConfigureAwait(false);
            if (FailureOf(response) is { } failure)
                throw failure;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException(ErrorCode.DeadlineExceeded, $"no answer within {_options.Timeout.TotalSeconds} s", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw TransportErrors.Of(e, "export");
        }
        catch (Exception e) when (e is not (ConnectorException or OperationCanceledException))
        {
            throw Failure.Of("export", e); // whatever it is, no sync may fail because of it
        }
    }

    public void Dispose() => _http.Dispose();

    HttpRequestMessage RequestOf(OtlpSignal signal, byte[] message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_options.Endpoint, OtlpSignals.PathOf(signal, _options.IsGrpc)))
        {
            Content = new ByteArrayContent(_options.IsGrpc ? Framed(message) : message),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(_options.IsGrpc ? "application/grpc" : "application/x-protobuf");
        if (_options.IsGrpc)
        {
            (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
            request.Headers.TryAddWithoutValidation("te", "trailers");
        }
        foreach (var (name, value) in _options.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    ConnectorException? FailureOf(HttpResponseMessage response)
    {
        if (_options.IsGrpc)
        {
            if (RpcStatus.IsIn(response.Headers))
                return RpcStatus.Read(response.Headers);
            return response.IsSuccessStatusCode ? RpcStatus.Read(response.TrailingHeaders) : RpcStatus.OfHttp(response.StatusCode);
        }
        return response.IsSuccessStatusCode
            ? null
            : new ConnectorException(HttpStatusErrors.CodeOf(response.StatusCode), $"HTTP status {(int)response.StatusCode}");
    }

    static byte[] Framed(byte[] message)
    {
        var frame = new byte[PrefixBytes + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, PrefixBytes);
        return frame;
    }
}
