using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Baton;

namespace Acme;

/// <summary>OAuth 2.0 client credentials: one access token for all requests, and a new one shortly before it ends.</summary>
public sealed class AcmeTokens(HttpClient http, AcmeConfig config, TimeProvider time) : IDisposable
{
    static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    readonly SemaphoreSlim _one = new(1);
    volatile Token? _current;

    sealed record Token(string Value, DateTimeOffset End);

    /// <summary>A token that is good for a while.</summary>
    public async Task<string> GetAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (_current is not { } current || time.GetUtcNow() >= current.End)
                _current = current = await AskAsync(ct);
            return current.Value;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Drops a token that was refused before its time.</summary>
    public void Forget(string token)
    {
        if (_current?.Value == token)
            _current = null;
    }

    async Task<Token> AskAsync(CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = config.OauthClientId,
            ["client_secret"] = config.OauthClientSecret,
        });
        using var answer = await http.PostAsync(config.TokenUrl, form, ct);
        if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
        {
            throw new ConnectorException(
                ErrorCode.Unauthenticated, $"{config.TokenUrl} gives no token: check --oauth-client-id and --oauth-client-secret.");
        }
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync(AcmeJson.Default.AcmeToken, ct)
            ?? throw new ConnectorException(ErrorCode.FailedPrecondition, $"{config.TokenUrl} answers without a token.");
        return new(token.Value, time.GetUtcNow() + TimeSpan.FromSeconds(token.Seconds) - Margin);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}

/// <summary>What the token endpoint answers.</summary>
public sealed record AcmeToken(
    [property: JsonPropertyName("access_token"), JsonRequired] string Value,
    [property: JsonPropertyName("expires_in")] int Seconds);
