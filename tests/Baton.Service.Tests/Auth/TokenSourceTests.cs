using System.Net;
using System.Text;
using System.Text.Json;
using Baton.Auth;
using Baton.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Service.Tests.Auth;

public sealed class TokenSourceTests
{
    static readonly JsonElement Wire = Vector.Load("auth-wire.json");
    static readonly JsonElement Behaviour = Vector.Load("token-behaviour.json");

    readonly FakeTime _time = new() { Skips = false };
    readonly SecretRedactor _redactor = new();

    /// <summary>The answers that were recorded, by the name of their case.</summary>
    static (int Status, string Body) AnswerOf(string name) => name switch
    {
        "expires_3600_bearer" => (200, """{"access_token":"a-token","token_type":"bearer","expires_in":3600}"""),
        "expires_10" => (200, """{"access_token":"a-token","token_type":"BEARER","expires_in":10}"""),
        "expires_12" => (200, """{"access_token":"a-token","expires_in":12}"""),
        "no_expires_in" => (200, """{"access_token":"a-token","token_type":"Bearer"}"""),
        "token_type_DPoP" => (200, """{"access_token":"a-token","token_type":"DPoP","expires_in":3600}"""),
        "extra_fields_ok" => (200, """{"scope":["x"],"access_token":"a-token","token_type":"Bearer","expires_in":3600,"o":{"access_token":1}}"""),
        "expires_in_string" => (200, """{"access_token":"a-token","expires_in":"3600"}"""),
        "expires_in_float" => (200, """{"access_token":"a-token","expires_in":3600.5}"""),
        "case_insensitive_keys" => (200, """{"Access_Token":"a-token","Expires_In":3600}"""),
        "dup_keys" => (200, """{"access_token":"a-token","access_token":"b","expires_in":3600}"""),
        "empty_access_token" => (200, """{"access_token":"","expires_in":3600}"""),
        "not_json" => (200, "hello"),
        _ => (int.Parse(name["status_".Length..], System.Globalization.CultureInfo.InvariantCulture), """{"access_token":"a-token","expires_in":3600}"""),
    };

    public static TheoryData<string> Names => Vector.Names(Behaviour);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_answer_is_taken_or_refused_as_by_others(string name)
    {
        var vector = Vector.Case(Behaviour, name);
        var (status, body) = AnswerOf(name);
        using var server = new Endpoint(_ => Answer(status, body));
        using var tokens = Create(server);
        if (vector.Text("code") == "OK")
        {
            Assert.Equal(vector.Text("authorization") + "-token", (await tokens.GetAsync(null, default)).Header);
            await tokens.GetAsync(null, default);
        }
        else
        {
            var failure = await Assert.ThrowsAsync<ConnectorException>(async () => await tokens.GetAsync(null, default));
            // What may pass is told apart from what will not.
            Assert.Equal(status is 429 or >= 500 ? ErrorCode.Unavailable : ErrorCode.Unauthenticated, failure.Code);
            Assert.StartsWith("failed to get token: ", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("a-token", failure.ToString(), StringComparison.Ordinal);
            await Assert.ThrowsAsync<ConnectorException>(async () => await tokens.GetAsync(null, default));
        }
        Assert.Equal(vector.GetProperty("token_requests_for_2_rpcs").GetInt32(), server.Requests.Count);
    }

    [Fact]
    public async Task A_request_is_that_of_others()
    {
        using var server = new Endpoint(_ => Answer(200, AnswerOf("expires_3600_bearer").Body));
        using var tokens = Create(server);
        await tokens.GetAsync(null, default);
        var expected = Wire.GetProperty("token_requests")[0];
        var (request, body) = Assert.Single(server.Requests);
        Assert.Equal("POST", request.Method.Method);
        Assert.Equal("https://acme.conductor.one:8443" + expected.Text("path"), request.RequestUri!.ToString());
        Assert.Equal("application/x-www-form-urlencoded", request.Content!.Headers.ContentType!.ToString());
        Assert.StartsWith(expected.GetProperty("headers").Text("user-agent"), request.Headers.UserAgent.ToString(), StringComparison.Ordinal);
        Assert.Equal(WithoutAssertion(expected.Text("body")), WithoutAssertion(body));

        static IEnumerable<string> WithoutAssertion(string form) => form.Split('&').Where(static f => !f.StartsWith("client_assertion=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_is_replaced_before_it_expires()
    {
        using var server = new Endpoint(_ => Answer(200, AnswerOf("expires_3600_bearer").Body));
        using var tokens = Create(server);
        var first = await tokens.GetAsync(null, default);
        _time.Advance(TimeSpan.FromSeconds(3589));
        Assert.Same(first, await tokens.GetAsync(null, default));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotSame(first, await tokens.GetAsync(null, default));
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_for_all_who_have_it()
    {
        using var server = new Endpoint(_ => Answer(200, AnswerOf("expires_3600_bearer").Body));
        using var tokens = Create(server);
        var old = await tokens.GetAsync(null, default);
        var all = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => tokens.GetAsync(old, default).AsTask()));
        Assert.Single(all.Distinct(ReferenceEqualityComparer.Instance));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_wrong_clock_is_corrected_by_C1s()
    {
        var theirs = _time.GetUtcNow() + TimeSpan.FromHours(2);
        using var server = new Endpoint(body =>
        {
            var isValid = IssuedAt(body) == theirs.ToUnixTimeSeconds();
            var response = Answer(isValid ? 200 : 401, AnswerOf("expires_3600_bearer").Body);
            response.Headers.Date = theirs;
            return response;
        });
        using var tokens = Create(server);
        await tokens.GetAsync(null, default);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_with_the_right_time_is_final()
    {
        using var server = new Endpoint(_ =>
        {
            var response = Answer(401, "");
            response.Headers.Date = _time.GetUtcNow();
            return response;
        });
        using var tokens = Create(server);
        await Assert.ThrowsAsync<ConnectorException>(async () => await tokens.GetAsync(null, default));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_broken_line_may_pass()
    {
        using var server = new Endpoint(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        using var tokens = Create(server);
        Assert.Equal(ErrorCode.Unavailable, (await Assert.ThrowsAnyAsync<ConnectorException>(async () => await tokens.GetAsync(null, default))).Code);
    }

    [Fact]
    public async Task No_text_shows_a_token_once_it_was_seen()
    {
        using var server = new Endpoint(_ => Answer(200, AnswerOf("expires_3600_bearer").Body));
        using var tokens = Create(server);
        var token = await tokens.GetAsync(null, default);
        Assert.DoesNotContain("a-token", token.ToString(), StringComparison.Ordinal);
        Assert.Equal("it was [redacted]", _redactor.Redact("it was a-token"));
    }

    TokenSource Create(Endpoint server)
    {
        var id = ClientId.Parse(Wire.Text("client_id"));
        var http = new HttpMessageInvoker(server, disposeHandler: false);
        return new(id, ClientSecret.Parse(Wire.Text("client_secret")), C1Endpoint.Of(id, null), http, _redactor, _time, NullLogger.Instance);
    }

    static HttpResponseMessage Answer(int status, string body) => new((HttpStatusCode)status) { Content = new StringContent(body) };

    static long IssuedAt(string form)
    {
        var assertion = form.Split('&').Single(static f => f.StartsWith("client_assertion=", StringComparison.Ordinal)).Split('=')[1];
        using var claims = JsonDocument.Parse(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(assertion.Split('.')[1])));
        return claims.RootElement.GetProperty("iat").GetInt64();
    }

    sealed class Endpoint(Func<string, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public List<(HttpRequestMessage Request, string Body)> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            Requests.Add((request, body));
            return answer(body);
        }
    }
}
