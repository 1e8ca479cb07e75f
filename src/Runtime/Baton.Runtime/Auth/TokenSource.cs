using System.Net;
using Baton.Logging;
using Microsoft.Extensions.Logging;

namespace Baton.Auth;

/// <summary>Fetches access tokens from C1, and keeps the last one for as long as it lasts.</summary>
/// <param name="id">Who asks.</param>
/// <param name="secret">Proves it.</param>
/// <param name="endpoint">Where to ask.</param>
/// <param name="http">Sends requests.</param>
/// <param name="redactor">Hears of each token, so that no log shows it.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
sealed class TokenSource(
    ClientId id, ClientSecret secret, C1Endpoint endpoint, HttpMessageInvoker http, SecretRedactor redactor, TimeProvider time, ILogger logger)
    : ITokenSource, IDisposable
{
    public const string UserAgent = "baton-c1-credential-provider baton-sdk/v0.25.0 baton-dotnet";

    const int MaxAnswerBytes = 64 << 10;
    static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);
    static readonly TimeSpan NoticeableSkew = TimeSpan.FromSeconds(60);

    readonly SemaphoreSlim _turn = new(1);
    AccessToken? _token;
    TimeSpan _skew;

    public async ValueTask<AccessToken> GetAsync(AccessToken? rejected, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Whoever waited meanwhile takes the new token too.
            if (_token is { } token && !ReferenceEquals(token, rejected) && token.IsFresh(time))
                return token;
            return _token = await FetchAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    async Task<AccessToken> FetchAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await RequestAsync(mayCorrect: true, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException(ErrorCode.DeadlineExceeded, $"failed to get token: no answer from {endpoint.Token} within {TimeLimit.TotalSeconds} s");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Transport.TransportErrors.Of(e, $"failed to get token from {endpoint.Token}");
        }
    }

    async Task<AccessToken> RequestAsync(bool mayCorrect, CancellationToken cancellationToken)
    {
        using var request = CreateRequest();
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.OK)
            return await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        if (mayCorrect && response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized && CorrectSkew(response))
            return await RequestAsync(mayCorrect: false, cancellationToken).ConfigureAwait(false);
        var code = (int)response.StatusCode is 408 or 429 or >= 500 ? ErrorCode.Unavailable : ErrorCode.Unauthenticated;
        throw new ConnectorException(code, $"failed to get token: {(int)response.StatusCode} {response.StatusCode} from {endpoint.Token}");
    }

    HttpRequestMessage CreateRequest()
    {
        var assertion = ClientAssertion.Create(id, secret, time.GetUtcNow() + _skew);
        redactor.AddPassing([assertion]);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Token)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = endpoint.Token.Scheme == Uri.UriSchemeHttps ? HttpVersionPolicy.RequestVersionOrLower : HttpVersionPolicy.RequestVersionExact,
            Content = new FormUrlEncodedContent(
            [
                new("client_assertion", assertion),
                new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                new("client_id", id.Text),
                new("grant_type", "client_credentials"),
            ]),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        return request;
    }

    async Task<AccessToken> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, cancellationToken).ConfigureAwait(false);
            var answer = TokenResponse.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            redactor.AddPassing([answer.Header[(answer.Header.IndexOf(' ', StringComparison.Ordinal) + 1)..]]);
            logger.LogDebug("C1 gave an access token for {Seconds} s", answer.ExpiresIn);
            return new(answer.Header, TimeSpan.FromSeconds(Math.Clamp(answer.ExpiresIn, 0, int.MaxValue)), time.GetTimestamp());
        }
        catch (FormatException e)
        {
            throw new ConnectorException(ErrorCode.Unauthenticated, $"failed to get token: {e.Message}");
        }
    }

    /// <summary>Takes over C1's time when this machine's clock is so wrong that assertions are not valid.</summary>
    bool CorrectSkew(HttpResponseMessage response)
    {
        if (response.Headers.Date is not { } theirs || (theirs - time.GetUtcNow() - _skew).Duration() < NoticeableSkew)
            return false;
        _skew = theirs - time.GetUtcNow();
        logger.LogWarning("The clock of this machine is {Seconds} s off C1's; correct it", Math.Round(-_skew.TotalSeconds));
        return true;
    }
}
