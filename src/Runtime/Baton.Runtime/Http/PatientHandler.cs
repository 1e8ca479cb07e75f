using System.Net;
using System.Net.Http.Json;
using Baton.Errors;

namespace Baton.Http;

/// <summary>
/// Makes a request again that the source refused for now, after the time that the source names: a listing that is in its thousandth page must not
/// begin anew because of it. What takes too long for that, or fails again and again, becomes a failure that the sync engine retries.
/// </summary>
/// <param name="waits">Hears of the waits.</param>
/// <param name="hosts">Knows which sources take no request for now.</param>
/// <param name="time">The clock.</param>
/// <param name="budget">How long a request may wait in all: its time limit goes on meanwhile.</param>
sealed class PatientHandler(HttpWaits waits, ExhaustedHosts hosts, TimeProvider time, TimeSpan budget) : DelegatingHandler
{
    const int Tries = 3;

    static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var waited = await WaitForTurnAsync(request, cancellationToken).ConfigureAwait(false);
        for (var failures = 1; ; failures++)
        {
            var (response, failure) = await TryAsync(request, failures, cancellationToken).ConfigureAwait(false);
            if (failure is null)
                return response!;
            var pause = failure.RetryAfter ?? TimeSpan.FromSeconds(failures);
            if (!CanRepeat(request) || waited + pause > budget)
                return response is { StatusCode: not HttpStatusCode.TooManyRequests } ? response : throw Given(response, failure);
            response?.Dispose();
            waits.Tell(pause, failures, failure);
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            waited += pause;
        }
    }

    /// <summary>Waits when the source said that it takes no more requests for now, and says when it will. What takes too long is left to its refusal.</summary>
    /// <returns>How long that was.</returns>
    async ValueTask<TimeSpan> WaitForTurnAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var pause = hosts.PauseFor(request.RequestUri);
        if (pause == TimeSpan.Zero || pause > Longest || pause > budget)
            return TimeSpan.Zero;
        var reason = new ConnectorException(ErrorCode.Unavailable, $"{Name(request)}: the source takes no more requests until then") { RetryAfter = pause };
        waits.Tell(pause, 0, reason);
        await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        return pause;
    }

    /// <summary>Sends the request.</summary>
    /// <returns>The response, or none when there was none; and why it should be tried again, if it should.</returns>
    async Task<(HttpResponseMessage? Response, ConnectorException? Failure)> TryAsync(
        HttpRequestMessage request, int attempt, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                hosts.Note(request.RequestUri, RateLimit.Of(response.Headers, time.GetUtcNow()));
            return (response, FailureOf(request, response, attempt));
        }
        catch (HttpRequestException e) when (attempt < Tries && IsSafe(request) && Failure.CodeOf(e) == ErrorCode.Unavailable)
        {
            return (null, Failure.Of(Name(request), e));
        }
    }

    ConnectorException? FailureOf(HttpRequestMessage request, HttpResponseMessage response, int attempt)
    {
        var status = (int)response.StatusCode;
        var now = time.GetUtcNow();
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return Refused(request, response, RateLimit.Of(response.Headers, now).PauseAfterRefusal(now));
        if (status is < 500 or (int)HttpStatusCode.NotImplemented || !IsSafe(request))
            return null;
        if (response.Headers.RetryAfter is not null && RateLimit.Of(response.Headers, now).PauseAt(now) is { } told)
            return Refused(request, response, told);
        return attempt < Tries ? Refused(request, response, null) : null;
    }

    static ConnectorException Refused(HttpRequestMessage request, HttpResponseMessage response, TimeSpan? pause) => new(
        HttpStatusErrors.CodeOf(response.StatusCode), $"{Name(request)}: {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd())
    {
        RetryAfter = pause < Longest ? pause : pause is null ? null : Longest,
    };

    static ConnectorException Given(HttpResponseMessage? response, ConnectorException failure)
    {
        response?.Dispose();
        return failure;
    }

    static bool IsSafe(HttpRequestMessage request) => request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;

    // A stream was read by the first try.
    static bool CanRepeat(HttpRequestMessage request) => request.Content is null or ByteArrayContent or JsonContent;

    // Without the query, which may hold keys.
    static string Name(HttpRequestMessage request) => $"{request.Method} {request.RequestUri?.GetLeftPart(UriPartial.Path)}";
}
