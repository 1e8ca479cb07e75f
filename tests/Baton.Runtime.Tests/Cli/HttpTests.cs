using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Runtime.Tests.Cli;

/// <summary>How the clients that a connector gets behave towards sources that refuse, fail, and break off.</summary>
public sealed class HttpTests
{
    readonly FakeTime _time = new();
    readonly List<string> _requests = [];
    readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> _answers = [];

    static HttpResponseMessage Answer(int status, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("body") };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    void Answers(int times, Func<HttpResponseMessage> answer)
    {
        for (var i = 0; i < times; i++)
            _answers.Enqueue(_ => answer());
    }

    /// <summary>Syncs one user, who is there when the request succeeds.</summary>
    async Task<(int Code, string Log)> SyncAsync(Func<HttpClient, CancellationToken, Task>? ask = null, params string[] args)
    {
        using var lab = new Lab
        {
            TimeProvider = _time,
            Manifest = new LabManifest
            {
                Configuring = services => services.ConfigureHttpClientDefaults(b => b.ConfigurePrimaryHttpMessageHandler(() => new Source(this))),
                Creating = services =>
                [
                    new FakeSyncer(Users.Definition)
                    {
                        Pages = async (_, _, stop) =>
                        {
                            await (ask ?? GetAsync)(services.GetRequiredService<IHttpClientFactory>().CreateClient(), stop);
                            return new([new("u")]);
                        },
                    },
                ],
            },
        };
        var code = await lab.RunAsync(["--api-token=tok", .. args]);
        return (code, lab.Error);
    }

    static async Task GetAsync(HttpClient http, CancellationToken stop)
    {
        using var response = await http.GetAsync(new Uri("https://api.example.test/users?key=secret"), stop);
        response.EnsureSuccessStatusCode();
    }

    static TimeSpan[] Seconds(params int[] seconds) => [.. seconds.Select(static s => TimeSpan.FromSeconds(s))];

    IEnumerable<TimeSpan> Waits => _time.Waits.Where(static w => w < TimeSpan.FromMinutes(5) && w > TimeSpan.FromMilliseconds(500));

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("Retry-After", "Fri, 02 Jan 2026 03:04:25 GMT", 20)]
    [InlineData("Retry-After", "Friday, 02-Jan-26 03:04:25 GMT", 20)]
    [InlineData("X-Ratelimit-Reset", "2026-01-02T03:04:15Z", 10)]
    [InlineData("X-RateLimit-Reset", "1767323055", 10)] // seconds since 1970
    [InlineData("Ratelimit-Reset", "1767323055000", 10)] // milliseconds since 1970
    [InlineData("X-Rate-Limit-Reset", "3;w=60", 3)]
    [InlineData("X-RateLimit-Requests-Reset", "3600", 60)] // a minute at a time
    [InlineData("Retry-After", "soon", 60)]
    [InlineData("X-Nothing", "1", 60)]
    public async Task A_request_that_was_too_much_is_made_again_when_the_source_says(string header, string value, int seconds)
    {
        Answers(2, () => Answer(429, (header, value)));
        var (code, log) = await SyncAsync();
        Assert.Equal(0, code);
        Assert.Equal(3, _requests.Count);
        Assert.Equal(TimeSpan.FromSeconds(seconds), Waits.First());
        Assert.Contains("GET https://api.example.test/users: 429 Too Many Requests", log);
        Assert.DoesNotContain("secret", log);
    }

    [Fact]
    public async Task What_remains_is_spread_over_the_time()
    {
        Answers(1, () => Answer(503, ("X-Ratelimit-Remaining", "4"), ("Retry-After", "30")));
        await SyncAsync();
        Assert.Equal(Seconds(8), Waits);
    }

    [Fact]
    public async Task What_remains_of_another_limit_does_not_shorten_the_wait()
    {
        Answers(1, () => Answer(429, ("X-Ratelimit-Remaining", "4000"), ("Retry-After", "30")));
        await SyncAsync();
        Assert.Equal(Seconds(30), Waits);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Thu, 01 Jan 2026 00:00:00 GMT")]
    public async Task A_time_that_is_over_makes_the_waits_grow_as_without_one(string retryAfter)
    {
        Answers(3, () => Answer(429, ("Retry-After", retryAfter)));
        Assert.Equal(0, (await SyncAsync()).Code);
        Assert.Equal(Seconds(1, 2, 3), Waits);
    }

    [Theory]
    [InlineData(0, 7, 7)]
    [InlineData(1, 7, null)] // one more is taken
    [InlineData(0, 100, null)] // too long for one request: the refusal is worth a try
    public async Task After_the_last_request_that_is_taken_the_next_one_waits(int remaining, int reset, int? waited)
    {
        static async Task TwiceAsync(HttpClient http, CancellationToken stop)
        {
            await GetAsync(http, stop);
            await GetAsync(http, stop);
        }

        Answers(1, () => Answer(200, ("X-Ratelimit-Remaining", $"{remaining}"), ("X-Ratelimit-Reset", $"{reset}")));
        var (code, log) = await SyncAsync(TwiceAsync);
        Assert.Equal((0, 2), (code, _requests.Count));
        Assert.Equal(waited is { } seconds ? Seconds(seconds) : [], Waits);
        Assert.Equal(waited is not null, log.Contains("the source takes no more requests until then", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_storm_of_refusals_passes_to_the_engine_and_ends_at_last()
    {
        Answers(40, () => Answer(429, ("Retry-After", "30")));
        var (code, _) = await SyncAsync(null, "--http-timeout-seconds=100");
        Assert.Equal(0, code);
        Assert.Equal(41, _requests.Count);
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(30), 40), Waits);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(599)]
    public async Task A_failing_server_is_asked_three_times_then_the_page_begins_anew(int status)
    {
        Answers(4, () => Answer(status));
        var (code, _) = await SyncAsync();
        Assert.Equal(0, code);
        Assert.Equal(5, _requests.Count);
        Assert.Equal(Seconds(1, 2, 1, 1), Waits);
    }

    [Theory]
    [InlineData(400, 3)]
    [InlineData(401, 16)]
    [InlineData(403, 7)]
    [InlineData(409, 6)]
    [InlineData(418, 3)]
    [InlineData(501, 12)]
    public async Task Other_answers_are_the_connectors_own_and_end_with_their_code(int status, int code)
    {
        Answers(1, () => Answer(status));
        Assert.Equal(code, (await SyncAsync()).Code);
        Assert.Single(_requests);
    }

    [Fact]
    public async Task A_change_is_made_again_when_it_was_refused_but_not_when_it_failed()
    {
        static async Task PostAsync(HttpClient http, CancellationToken stop)
        {
            using var response = await http.PostAsync(new Uri("https://api.example.test/search"), new StringContent("{}"), stop);
            response.EnsureSuccessStatusCode();
        }

        Answers(1, () => Answer(429, ("Retry-After", "5")));
        Answers(1, () => Answer(500));
        var (code, _) = await SyncAsync(PostAsync);
        Assert.Equal(0, code);
        // The third is the engine's: for it, a page is a question.
        Assert.Equal(["POST {}", "POST {}", "POST {}"], _requests);
        Assert.Equal(Seconds(5, 1), Waits);
    }

    [Fact]
    public async Task A_stream_is_not_sent_twice_by_the_client()
    {
        var bodies = 0;

        async Task PostAsync(HttpClient http, CancellationToken stop)
        {
            bodies++;
            using var response = await http.PostAsync(new Uri("https://api.example.test/search"), new StreamContent(new MemoryStream([1])), stop);
            response.EnsureSuccessStatusCode();
        }

        Answers(1, () => Answer(429, ("Retry-After", "5")));
        Assert.Equal(0, (await SyncAsync(PostAsync)).Code);
        Assert.Equal(2, bodies);
        Assert.Equal(Seconds(5), Waits);
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        Answers(2, static () => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        Assert.Equal(0, (await SyncAsync()).Code);
        Assert.Equal(3, _requests.Count);
        Assert.Equal(Seconds(1, 2), Waits);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_not()
    {
        Answers(1, static () => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));
        Assert.Equal(3, (await SyncAsync()).Code);
        Assert.Single(_requests);
    }

    [Fact]
    public async Task A_body_that_breaks_off_begins_the_page_anew()
    {
        _answers.Enqueue(static _ => new(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) });
        Assert.Equal(0, (await SyncAsync()).Code);
        Assert.Equal(2, _requests.Count);
        Assert.Equal(Seconds(1), Waits);
    }

    [Fact]
    public async Task A_connection_that_is_cut_in_the_middle_of_a_body_begins_the_page_anew()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener);
        using var lab = new Lab
        {
            TimeProvider = _time,
            Manifest = new LabManifest
            {
                Creating = services =>
                [
                    new FakeSyncer(Users.Definition)
                    {
                        Pages = async (_, _, stop) =>
                        {
                            using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
                            return new([new(await http.GetStringAsync(new Uri($"http://{listener.LocalEndpoint}/users"), stop))]);
                        },
                    },
                ],
            },
        };
        Assert.Equal(0, await lab.RunAsync("--api-token=tok"));
        Assert.Equal(3, await serving);
        Assert.Equal(Seconds(1, 2), Waits);

        // Two half answers, one whole.
        static async Task<int> ServeAsync(TcpListener listener)
        {
            var stop = TestContext.Current.CancellationToken;
            for (var connection = 1; ; connection++)
            {
                using var client = await listener.AcceptTcpClientAsync(stop);
                client.LingerState = new(enable: true, seconds: 0); // cut, not closed
                var stream = client.GetStream();
                var request = new byte[4096];
                Assert.True(await stream.ReadAsync(request, stop) > 0);
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nha"u8.ToArray(), stop);
                if (connection < 3)
                    continue;
                await stream.WriteAsync("lf"u8.ToArray(), stop);
                client.LingerState = new(enable: false, seconds: 0);
                return connection;
            }
        }
    }

    /// <summary>Answers with what is prepared, then with success.</summary>
    sealed class Source(HttpTests test) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            test._requests.Add($"{request.Method} {(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken))}");
            return test._answers.TryDequeue(out var answer) ? answer(request) : Answer(200);
        }
    }

    sealed class BrokenStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw Broken();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw Broken();

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw Broken();

        static HttpIOException Broken() => new(HttpRequestError.ResponseEnded, "the response ended early");
    }
}
