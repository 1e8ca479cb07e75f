using System.Net;
using System.Text;

namespace Baton.Testing.Tests;

/// <summary>Recording what a source says, replaying it without the source, and making it fail.</summary>
public sealed class HttpTests
{
    const string Secret = "s3cr3t/+value";

    [Fact]
    public async Task A_recording_replays_what_was_said_without_its_secrets()
    {
        var source = new Source();
        var redaction = new HttpRedaction { Texts = [Secret] };
        using var recorder = new HttpRecorder(redaction, source);
        var live = await SessionAsync(recorder);
        var file = Path.GetTempFileName();
        try
        {
            await recorder.Recording.SaveAsync(file, TestContext.Current.CancellationToken);
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Uri.EscapeDataString(Secret), text, StringComparison.Ordinal);
            Assert.DoesNotContain("session-id-1", text, StringComparison.Ordinal); // Set-Cookie
            Assert.DoesNotContain("tok-", text, StringComparison.Ordinal);

            using var replay = new HttpReplay(await HttpRecording.LoadAsync(file, TestContext.Current.CancellationToken), redaction);
            var again = await SessionAsync(replay);
            Assert.Equal(live.Select(redaction.Apply), again);
            Assert.Equal(4, source.Requests);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_request_that_was_not_recorded_fails_and_names_the_nearest()
    {
        using var recorder = new HttpRecorder(inner: new Source());
        await SessionAsync(recorder);
        using var client = new HttpClient(new HttpReplay(recorder.Recording));
        var failure = await Assert.ThrowsAsync<ConnectorAssertionException>(
            () => client.GetAsync(new Uri("http://source.test/users?page=9"), TestContext.Current.CancellationToken));
        Assert.Contains("GET /users?page=9", failure.Message, StringComparison.Ordinal);
        Assert.Contains("GET /users?page=1", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"access_token":"abc","name":"Ann"}""", """{"access_token":"[redacted]","name":"Ann"}""")]
    [InlineData("""{"Client-Secret" : "a\"b", "pin": 1}""", """{"Client-Secret" : "[redacted]", "pin": 1}""")]
    [InlineData("/login?user=ann&api_key=abc&x=1", "/login?user=ann&api_key=[redacted]&x=1")]
    [InlineData("grant_type=client_credentials&client_secret=abc", "grant_type=client_credentials&client_secret=[redacted]")]
    [InlineData("""{"token": 123456}""", """{"token": "[redacted]"}""")]
    [InlineData("""{"tokenCount": 5}""", """{"tokenCount": 5}""")]
    public void Values_with_names_of_credentials_are_taken_out(string text, string expected) => Assert.Equal(expected, new HttpRedaction().Apply(text));

    [Theory]
    [InlineData("it is a \"b\" & c")]
    [InlineData("{\"echo\":\"a \\\"b\\\" & c\"}")]
    [InlineData("{\"echo\":\"a \\u0022b\\u0022 \\u0026 c\"}")]
    [InlineData("/echo?q=a%20%22b%22%20%26%20c")]
    [InlineData("q=a+%22b%22+%26+c")]
    public void A_text_is_taken_out_in_every_form(string text)
    {
        var redacted = new HttpRedaction { Texts = ["a \"b\" & c"] }.Apply(text);
        Assert.Contains(HttpRedaction.Redacted, redacted, StringComparison.Ordinal);
        Assert.DoesNotContain("b", redacted.Replace(HttpRedaction.Redacted, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_a_function_of_the_seed_and_never_more_in_a_row_than_allowed()
    {
        var (first, second, other) = (await FaultsAsync(7), await FaultsAsync(7), await FaultsAsync(8));
        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.StartsWith("seed 7: ", first, StringComparison.Ordinal);
        foreach (var kind in Enum.GetNames<HttpFault>())
            Assert.Contains(kind + " at GET /users?page=", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_body_ends_in_the_middle()
    {
        using var client = new HttpClient(new HttpFaults(1, new Source()) { Rate = 1, InARow = 1, Kinds = [HttpFault.BrokenBody] });
        var address = new Uri("http://source.test/users?page=1");
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(address, TestContext.Current.CancellationToken));
        Assert.Contains("Ann", await client.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    static async Task<string> FaultsAsync(int seed)
    {
        using var faults = new HttpFaults(seed, new Source()) { Rate = 0.5 };
        using var client = new HttpClient(faults, disposeHandler: false);
        for (var i = 0; i < 120; i++)
        {
            var failures = 0;
            while (!await SucceedsAsync(client, i % 3))
                Assert.True(++failures <= faults.InARow, faults.ToString());
        }
        return faults.ToString();
    }

    static async Task<bool> SucceedsAsync(HttpClient client, int page)
    {
        try
        {
            await client.GetStringAsync(new Uri($"http://source.test/users?page={page}"), TestContext.Current.CancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static async Task<List<string>> SessionAsync(HttpMessageHandler handler)
    {
        using var client = new HttpClient(handler, disposeHandler: false);
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + Secret);
        var lines = new List<string>();
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_secret", Secret)]);
        lines.Add(await ReadAsync(await client.PostAsync(new Uri("http://source.test/token"), form, TestContext.Current.CancellationToken)));
        for (var page = 1; page <= 2; page++)
            lines.Add(await ReadAsync(await client.GetAsync(new Uri($"http://source.test/users?page={page}"), TestContext.Current.CancellationToken)));
        lines.Add(await ReadAsync(await client.GetAsync(new Uri("http://source.test/users?page=1"), TestContext.Current.CancellationToken)));
        return lines;
    }

    static async Task<string> ReadAsync(HttpResponseMessage response) =>
        $"{(int)response.StatusCode} {response.Headers.ETag} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";

    /// <summary>A source that says something else each time it is asked for the same.</summary>
    sealed class Source : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            var body = request.RequestUri!.AbsolutePath == "/token"
                ? $$"""{"access_token":"tok-{{Requests}}","expires_in":3600}"""
                : $$"""{"users":[{"id":{{Requests}},"name":"Ann"}],"echo":"{{Secret}}"}""";
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request };
            response.Headers.Add("Set-Cookie", "sid=session-id-1");
            response.Headers.ETag = new($"\"{Requests}\"");
            return Task.FromResult(response);
        }
    }
}
