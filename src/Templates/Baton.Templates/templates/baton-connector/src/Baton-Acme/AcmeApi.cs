#if (auth != "none" || provisioning)
using System.Net;
#endif
#if (provisioning || actions)
using System.Net.Http.Json;
#endif
#if (basic)
using System.Text;
#endif
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Baton;

namespace Acme;

/// <summary>
/// Talks to the system. THIS IS THE CLASS TO CHANGE: how requests are signed, how pages follow each other and what an answer looks like
/// is known here and nowhere else.
/// </summary>
#if (oauth2)
public sealed class AcmeApi(HttpClient http, AcmeConfig config, AcmeTokens tokens)
#else
public sealed class AcmeApi(HttpClient http, AcmeConfig config)
#endif
{
    readonly Uri _root = new(config.BaseUrl.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>Whether the system answers, and lets this connector in.</summary>
    public async Task PingAsync(CancellationToken ct)
    {
        using var answer = await SendAsync(new(HttpMethod.Get, "users?limit=1"), ct);
    }

    /// <summary>One page of a list.</summary>
    /// <param name="list">Its address below the root, perhaps with a query.</param>
    /// <param name="cursor">Where the page begins; null for the first one.</param>
    /// <param name="type">How an item is read.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Page<T>> PageAsync<T>(string list, string? cursor, JsonTypeInfo<T> type, CancellationToken ct)
    {
        var address = $"{list}{(list.Contains('?') ? '&' : '?')}limit={config.PageSize}";
        if (cursor is not null)
            address += $"&after={Uri.EscapeDataString(cursor)}";
        using var answer = await SendAsync(new(HttpMethod.Get, address), ct);
        try
        {
            using var page = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
            var items = page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.Deserialize(type)!);
            return new([.. items], page.RootElement.GetProperty("next").GetString());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ConnectorException(ErrorCode.FailedPrecondition, $"{_root}{list} is not such a list as is expected here: {e.Message}", e);
        }
    }

#if (provisioning || actions)
    /// <summary>Sends something as JSON.</summary>
    public Task<HttpResponseMessage> SendAsync<T>(HttpMethod method, string address, T body, JsonTypeInfo<T> type, CancellationToken ct) =>
        SendAsync(new(method, address) { Content = JsonContent.Create(body, type) }, ct);

#endif
#if (provisioning)
    /// <summary>Deletes something; false when it is gone already.</summary>
    public async Task<bool> DeleteAsync(string address, CancellationToken ct)
    {
        try
        {
            using var answer = await SendAsync(new(HttpMethod.Delete, address), ct);
            return true;
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

#endif
    /// <summary>Sends a request. The status of a failure tells Baton whether to try again.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        request.RequestUri = new(_root, request.RequestUri!);
#if (apikey)
        request.Headers.Add("X-Api-Key", config.ApiKey);
#elseif (basic)
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{config.Username}:{config.Password}")));
#elseif (oauth2)
        var token = await tokens.GetAsync(ct);
        request.Headers.Authorization = new("Bearer", token);
#endif
        var answer = await http.SendAsync(request, ct);
#if (apikey)
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
            throw new ConnectorException(ErrorCode.Unauthenticated, $"{_root} refuses the API key: check --api-key.");
#elseif (basic)
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
            throw new ConnectorException(ErrorCode.Unauthenticated, $"{_root} refuses the user name or the password: check --username and --password.");
#elseif (oauth2)
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            tokens.Forget(token);
            throw new ConnectorException(ErrorCode.Unauthenticated, $"{_root} refuses the token that {config.TokenUrl} gave: do the two belong together?");
        }
#endif
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                $"{request.Method} {request.RequestUri.AbsolutePath}: HTTP status {(int)answer.StatusCode}", null, answer.StatusCode);
        }
        return answer;
    }
}
