using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton;

namespace BatonScim.Http;

/// <summary>Talks to the server. Failures are <see cref="HttpRequestException"/>s with the status, and with what the server says about it.</summary>
sealed class ScimClient
{
    const string MediaType = "application/scim+json";
    const long MaxAnswer = 64 << 20;

    readonly HttpClient _http;
    readonly IAuthorization _authorization;
    readonly Uri _base;

    /// <summary>A client of the server that the settings name.</summary>
    public ScimClient(HttpClient http, IAuthorization authorization, ScimConfig config)
    {
        (_http, _authorization) = (http, authorization);
        _http.MaxResponseContentBufferSize = MaxAnswer;
        _base = new(config.BaseUrl.AbsoluteUri.TrimEnd('/') + "/");
    }

    /// <summary>The address of a resource. Ids may hold anything.</summary>
    public static string Resource(string endpoint, string id) => $"{endpoint}/{Uri.EscapeDataString(id)}";

    /// <summary>Asks for something.</summary>
    public async Task<JsonDocument> GetAsync(string address, CancellationToken ct)
    {
        using var answer = await SendAsync(HttpMethod.Get, address, null, null, ct);
        return await ReadAsync(answer, ct);
    }

    /// <summary>Asks for something that is to be changed.</summary>
    /// <returns>The resource, and the version that a change must name, where the server has versions.</returns>
    public async Task<(JsonObject Resource, string? Version)> GetForChangeAsync(string address, CancellationToken ct)
    {
        using var answer = await SendAsync(HttpMethod.Get, address, null, null, ct);
        var resource = await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), cancellationToken: ct) as JsonObject
            ?? throw new JsonException($"{address} is not a JSON object.");
        // Some web servers set the header on their own account.
        var version = (resource["meta"] as JsonObject)?["version"]?.ToString() ?? answer.Headers.ETag?.ToString();
        return (resource, version);
    }

    /// <summary>Changes something.</summary>
    /// <param name="method">How.</param>
    /// <param name="address">What.</param>
    /// <param name="body">The new state, or the operations; null for none.</param>
    /// <param name="version">The version that it must still have; null for any.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The answer's body; null when there is none.</returns>
    public async Task<JsonDocument?> ChangeAsync(HttpMethod method, string address, JsonObject? body, string? version, CancellationToken ct)
    {
        using var answer = await SendAsync(method, address, body?.ToJsonString(), version, ct);
        return answer.StatusCode == HttpStatusCode.NoContent || answer.Content.Headers.ContentLength == 0 ? null : await ReadAsync(answer, ct);
    }

    async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? body, string? version, CancellationToken ct)
    {
        var header = await _authorization.HeaderAsync(null, ct);
        var answer = await SendAsync(method, address, body, version, header, ct);
        // A token may be withdrawn before its time.
        if (answer.StatusCode == HttpStatusCode.Unauthorized && await _authorization.HeaderAsync(header, ct) is var other && !ReferenceEquals(other, header))
        {
            answer.Dispose();
            answer = await SendAsync(method, address, body, version, other, ct);
        }
        if (answer.IsSuccessStatusCode)
            return answer;
        using (answer)
            throw await ScimError.OfAsync(method, address, answer, ct);
    }

    async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string address, string? body, string? version, AuthenticationHeaderValue authorization, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, new Uri(_base, address));
        request.Headers.Authorization = authorization;
        request.Headers.Accept.ParseAdd($"{MediaType}, application/json;q=0.9");
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", version);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, MediaType);
        return await _http.SendAsync(request, ct);
    }

    /// <summary>Reads an answer's body.</summary>
    /// <exception cref="ConnectorException">It is no JSON.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
        }
        catch (JsonException e)
        {
            var address = answer.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Path);
            throw new ConnectorException(
                ErrorCode.FailedPrecondition, $"{address} does not answer with JSON: does --base-url lead to a SCIM 2.0 server? {e.Message}", e);
        }
    }
}
