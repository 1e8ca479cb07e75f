using System.Collections.Specialized;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace Acme.Demo;

/// <summary>
/// A small system to talk to while there is no real one: an HTTP API inside of this process, with lists of JSON objects that are read page by
/// page. Once your own system answers, move this folder to the tests, or delete it.
/// </summary>
public sealed class DemoServer : HttpMessageHandler
{
    /// <summary>Where the connector finds it.</summary>
    public const string Address = "https://demo.example/";
#if (oauth2)

    /// <summary>Where it gives out tokens.</summary>
    public const string TokenAddress = "https://demo.example/oauth/token";

    const string AccessToken = "demo-token";
#endif

    readonly Lock _gate = new();
    readonly Dictionary<string, SortedDictionary<string, JsonObject>> _lists = DemoData.Lists();
#if (provisioning)
    int _lastId = 2000;
#endif

    /// <summary>The one that the program talks to. It remembers changes as long as the program runs.</summary>
    public static DemoServer Shared { get; } = new();

    /// <inheritdoc/>
#if (provisioning || actions || oauth2)
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        lock (_gate)
            return Answer(request, body);
    }

    HttpResponseMessage Answer(HttpRequestMessage request, string body)
#else
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult(Answer(request));
    }

    HttpResponseMessage Answer(HttpRequestMessage request)
#endif
    {
        var address = request.RequestUri!;
        var path = address.AbsolutePath.Trim('/');
#if (oauth2)
        if (path == "oauth/token")
            return TokenFor(HttpUtility.ParseQueryString(body));
#endif
#if (auth != "none")
        if (!IsKnown(request))
            return new(HttpStatusCode.Unauthorized);
#endif
#if (provisioning || actions)
        var (list, id) = path.LastIndexOf('/') is > 0 and var slash ? (path[..slash], Uri.UnescapeDataString(path[(slash + 1)..])) : (path, "");
#endif
        return request.Method.Method switch
        {
            "GET" => Json(HttpStatusCode.OK, Page(path, HttpUtility.ParseQueryString(address.Query))),
#if (provisioning)
            "POST" when _lists.ContainsKey(path) => Create(path, Parse(body)),
            "PUT" => Put(list, id, Parse(body)),
            "DELETE" => new(Remove(list, id) ? HttpStatusCode.NoContent : HttpStatusCode.NotFound),
#endif
#if (actions)
            "PATCH" => Change(list, id, Parse(body)),
#endif
            _ => new(HttpStatusCode.MethodNotAllowed),
        };
    }
#if (apikey)

    static bool IsKnown(HttpRequestMessage request) => request.Headers.TryGetValues("X-Api-Key", out var keys) && keys.Contains("demo");
#elseif (basic)

    static bool IsKnown(HttpRequestMessage request) =>
        request.Headers.Authorization is { Scheme: "Basic" } sent && sent.Parameter == Convert.ToBase64String("demo:demo"u8);
#elseif (oauth2)

    static bool IsKnown(HttpRequestMessage request) => request.Headers.Authorization is { Scheme: "Bearer", Parameter: AccessToken };

    static HttpResponseMessage TokenFor(NameValueCollection form) => form["client_id"] == "demo" && form["client_secret"] == "demo"
        ? Json(HttpStatusCode.OK, new() { ["access_token"] = AccessToken, ["token_type"] = "Bearer", ["expires_in"] = 3600 })
        : Json(HttpStatusCode.Unauthorized, new() { ["error"] = "invalid_client" });
#endif

    // What comes after an id, in the order of ids: somebody who was deleted meanwhile does no harm. A list that nobody wrote is empty.
    JsonObject Page(string list, NameValueCollection query)
    {
        var limit = int.Parse(query["limit"] ?? "100", CultureInfo.InvariantCulture);
#if (events)
        var since = DateTimeOffset.Parse(query["since"] ?? "1970-01-01Z", CultureInfo.InvariantCulture);
#endif
        var rest = _lists.GetValueOrDefault(list, [])
            .Where(item => string.CompareOrdinal(item.Key, query["after"]) > 0)
#if (provisioning)
            .Where(item => query["login"] is not { } login || login == (string?)item.Value["login"])
#endif
#if (events)
            .Where(item => item.Value["at"] is not { } at || at.GetValue<DateTimeOffset>() >= since)
#endif
            .Take(limit + 1)
            .ToList();
        return new()
        {
            ["items"] = new JsonArray([.. rest.Take(limit).Select(item => item.Value.DeepClone())]),
            ["next"] = rest.Count > limit ? rest[limit - 1].Key : null,
        };
    }
#if (provisioning)

    HttpResponseMessage Create(string list, JsonObject item)
    {
        var id = $"{list[0]}-{++_lastId}";
        item["id"] = id;
        item.Remove("password");
        _lists[list].Add(id, item);
        return Json(HttpStatusCode.Created, item);
    }

    HttpResponseMessage Put(string list, string id, JsonObject item)
    {
        if (!_lists.ContainsKey(list))
            _lists[list] = new(StringComparer.Ordinal);
        var isNew = _lists[list].TryAdd(id, item);
        return Json(isNew ? HttpStatusCode.Created : HttpStatusCode.OK, item);
    }

    // Whoever is gone is in no list of members either.
    bool Remove(string list, string id)
    {
        var isRemoved = _lists.GetValueOrDefault(list, []).Remove(id);
        foreach (var members in _lists.Where(other => other.Key.EndsWith("/members", StringComparison.Ordinal) && list == "users"))
            members.Value.Remove(id);
        return isRemoved;
    }
#endif
#if (actions)

    HttpResponseMessage Change(string list, string id, JsonObject change)
    {
        if (!_lists.GetValueOrDefault(list, []).TryGetValue(id, out var item))
            return new(HttpStatusCode.NotFound);
        foreach (var (name, value) in change)
            item[name] = value?.DeepClone();
        return Json(HttpStatusCode.OK, item);
    }
#endif
#if (provisioning || actions)

    static JsonObject Parse(string body) => JsonNode.Parse(body)!.AsObject();
#endif

    static HttpResponseMessage Json(HttpStatusCode status, JsonObject body) =>
        new(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
