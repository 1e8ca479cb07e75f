using System.Net.Http.Headers;
using Baton;
using BatonScim.Scim;

namespace BatonScim.Http;

/// <summary>OAuth 2.0 client credentials (RFC 6749, 4.4): a token is asked for when there is none, soon before it ends, and when it is refused.</summary>
sealed class ClientCredentials(HttpClient http, ScimConfig config, TimeProvider time) : IAuthorization, IDisposable
{
    // Without a word from the server; and how long before its end a token is not used any more.
    static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(5), Margin = TimeSpan.FromSeconds(30);

    readonly SemaphoreSlim _one = new(1);
    AuthenticationHeaderValue? _header;
    DateTimeOffset _until;

    /// <inheritdoc/>
    public async Task<AuthenticationHeaderValue> HeaderAsync(AuthenticationHeaderValue? refused, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (_header is null || ReferenceEquals(_header, refused) || time.GetUtcNow() >= _until)
                await AskAsync(ct);
            return _header!;
        }
        finally
        {
            _one.Release();
        }
    }

    async Task AskAsync(CancellationToken ct)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
        if (!string.IsNullOrEmpty(config.OauthScope))
            form["scope"] = config.OauthScope;
        using var request = new HttpRequestMessage(HttpMethod.Post, config.OauthTokenUrl) { Content = new FormUrlEncodedContent(form) };
        // Both parts are encoded for a form first, says the standard.
        request.Headers.Authorization = await FixedAuthorization
            .Basic(Uri.EscapeDataString(config.OauthClientId!), Uri.EscapeDataString(config.OauthClientSecret!)).HeaderAsync(null, ct);
        request.Headers.Accept.Add(new("application/json"));
        using var answer = await http.SendAsync(request, ct);
        // What the answer says may contain what was sent.
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                $"{config.OauthTokenUrl} gives no token: HTTP status {(int)answer.StatusCode}. Check --oauth-client-id and --oauth-client-secret.",
                null, answer.StatusCode);
        }
        using var document = await ScimClient.ReadAsync(answer, ct);
        if (document.RootElement.Text("access_token") is not { } token)
        {
            throw new ConnectorException(
                ErrorCode.FailedPrecondition, $"{config.OauthTokenUrl} answers without \"access_token\": is it the address where tokens are given out?");
        }
        var life = document.RootElement.Number("expires_in") is { } seconds and > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, 86400)) : UsualLife;
        (_header, _until) = (new("Bearer", token), time.GetUtcNow() + (life > 2 * Margin ? life - Margin : life / 2));
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
