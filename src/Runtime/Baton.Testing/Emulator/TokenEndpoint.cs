using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Baton.Credentials;
using Microsoft.AspNetCore.Http;

namespace Baton.Testing;

/// <summary>Gives access tokens to those who sign with the client secret.</summary>
sealed class TokenEndpoint(string clientId, string audience, Ed25519Key key, C1EmulatorOptions options, Action<string> violated)
{
    readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);

    public int Given { get; private set; }

    public async Task HandleAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var problem = ProblemOf(context, form);
        if (problem is not null)
        {
            violated($"token request: {problem}");
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        _tokens[token] = options.TimeProvider.GetUtcNow() + options.TokenLifetime;
        Given++;
        var seconds = ((long)options.TokenLifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            $$"""{"access_token":"{{token}}","token_type":"bearer","expires_in":{{seconds}}}""", context.RequestAborted).ConfigureAwait(false);
    }

    public bool Accepts(string? authorization) =>
        authorization is not null && authorization.StartsWith("Bearer ", StringComparison.Ordinal)
        && _tokens.TryGetValue(authorization["Bearer ".Length..], out var expiry) && options.TimeProvider.GetUtcNow() < expiry;

    public void Expire() => _tokens.Clear();

    string? ProblemOf(HttpContext context, IFormCollection form)
    {
        if (context.Request.Method != "POST")
            return "not a POST";
        if (form["grant_type"] != "client_credentials")
            return "grant_type";
        if (form["client_id"] != clientId)
            return "client_id";
        return form["client_assertion_type"] != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
            ? "client_assertion_type"
            : AssertionCheck.Problem(form["client_assertion"].ToString(), clientId, audience, key.PublicKey, options.TimeProvider.GetUtcNow());
    }
}
