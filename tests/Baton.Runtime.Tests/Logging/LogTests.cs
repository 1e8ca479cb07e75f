using System.Text.Json;
using Baton.Runtime.Tests.Cli;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Runtime.Tests.Logging;

public sealed class LogTests
{
    const string Hostile = "\u001b[31mred\u202e\u2028\r\nline\ttab\u009b";

    [Fact]
    public async Task Json_lines_have_the_keys_of_zap_in_their_order()
    {
        using var lab = Chatting(static logger => logger.LogInformation(new EventId(7), "hello {Name}, {Count} times", "Ann", 3));
        await lab.RunAsync("--api-token=tok");
        Assert.Equal(
            "{\"level\":\"info\",\"ts\":1767323045,\"caller\":\"my.category\",\"msg\":\"hello Ann, 3 times\",\"Name\":\"Ann\",\"Count\":3}", Line(lab, "hello"));
    }

    [Fact]
    public async Task The_console_format_is_that_of_zap()
    {
        using var lab = Chatting(static logger => logger.LogWarning("hello {Name}, {Count} times", "Ann", 3));
        await lab.RunAsync("--api-token=tok", "--log-format=console");
        Assert.Equal("2026-01-02T03:04:05.000Z\tWARN\tmy.category\thello Ann, 3 times\t{\"Name\":\"Ann\",\"Count\":3}", Line(lab, "hello"));
    }

    [Fact]
    public async Task A_line_without_fields_ends_with_the_message()
    {
        using var lab = Chatting(static logger => logger.LogError("hello"));
        await lab.RunAsync("--api-token=tok", "--log-format=console");
        Assert.Equal("2026-01-02T03:04:05.000Z\tERROR\tmy.category\thello", Line(lab, "hello"));
    }

    [Fact]
    public async Task An_exception_is_the_field_error()
    {
        using var lab = Chatting(static logger => logger.LogError(new FormatException("a mess"), "hello"));
        await lab.RunAsync("--api-token=tok");
        Assert.EndsWith("\"msg\":\"hello\",\"error\":\"a mess\"}", Line(lab, "hello"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scopes_come_before_the_fields_of_the_message()
    {
        using var lab = Chatting(static logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["tenant"] = "t1" }))
            using (logger.BeginScope("sync {Sync}", 5L))
                logger.LogInformation("hello {Name}", "Ann");
        });
        await lab.RunAsync("--api-token=tok");
        Assert.EndsWith("\"msg\":\"hello Ann\",\"tenant\":\"t1\",\"Sync\":5,\"Name\":\"Ann\"}", Line(lab, "hello"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_keep_their_kind()
    {
        using var lab = Chatting(static logger => logger.LogInformation(
            "hello {Null} {Flag} {Float} {Nan} {Span} {Time} {List} {Map} {Id}", null, true, 1.5, double.NaN, TimeSpan.FromMilliseconds(1500),
            new DateTimeOffset(2026, 1, 2, 4, 0, 0, TimeSpan.FromHours(1)), new object[] { 1, "two" }, new Dictionary<string, long> { ["a"] = 1 }, Guid.Empty));
        await lab.RunAsync("--api-token=tok");
        Assert.EndsWith(
            "\"Null\":null,\"Flag\":true,\"Float\":1.5,\"Nan\":\"NaN\",\"Span\":1.5,\"Time\":\"2026-01-02T03:00:00.0000000+00:00\",\"List\":[1,\"two\"]," +
            "\"Map\":{\"a\":1},\"Id\":\"00000000-0000-0000-0000-000000000000\"}", Line(lab, "hello"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debug", "debug info warn error fatal")]
    [InlineData("DEBUG", "debug info warn error fatal")]
    [InlineData("info", "info warn error fatal")]
    [InlineData("warn", "warn error fatal")]
    [InlineData("error", "error fatal")]
    [InlineData("fatal", "fatal")]
    [InlineData("bogus", "info warn error fatal")]
    [InlineData("", "info warn error fatal")]
    public async Task The_level_decides(string level, string expected)
    {
        using var lab = Chatting(static logger =>
        {
            logger.LogTrace("hello");
            logger.LogDebug("hello");
            logger.LogInformation("hello");
            logger.LogWarning("hello");
            logger.LogError("hello");
            logger.LogCritical("hello");
        });
        await lab.RunAsync("--api-token=tok", $"--log-level={level}");
        var levels = Lines(lab.Error, "hello").Select(static l => JsonDocument.Parse(l).RootElement.GetProperty("level").GetString()).Distinct();
        Assert.Equal(expected, string.Join(' ', levels));
        Assert.Equal(level == "bogus", lab.Error.Contains("log level \\\"bogus\\\" is not known", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "", true)]
    [InlineData(true, "", false)]
    [InlineData(true, "json", true)]
    [InlineData(false, "console", false)]
    [InlineData(true, "bogus", true)]
    public async Task The_format_follows_stdout_unless_it_is_given(bool isTerminal, string format, bool isJson)
    {
        using var lab = Chatting(static logger => logger.LogInformation("hello"), isTerminal);
        lab.Set("BATON_LOG_FORMAT", format);
        await lab.RunAsync("--api-token=tok");
        Assert.Equal(isJson, Line(lab, "hello").StartsWith('{'));
    }

    [Fact]
    public async Task Files_are_appended_to_and_replace_stderr()
    {
        using var lab = Chatting(static logger => logger.LogInformation("hello")).Write("a.log", "old\n");
        await lab.RunAsync("--api-token=tok", "--log-path=a.log,b.log", "--log-path=stdout");
        Assert.Empty(Lines(lab.Error, "hello"));
        Assert.Single(Lines(lab.Out, "hello"));
        Assert.StartsWith("old\n{", File.ReadAllText(lab.PathOf("a.log")), StringComparison.Ordinal);
        Assert.Single(Lines(File.ReadAllText(lab.PathOf("b.log")), "hello"));
    }

    [Fact]
    public async Task Stderr_may_be_one_of_several()
    {
        using var lab = Chatting(static logger => logger.LogInformation("hello"));
        await lab.RunAsync("--api-token=tok", "--log-path=a.log,stderr,stderr");
        Assert.Single(Lines(lab.Error, "hello"));
        Assert.Single(Lines(File.ReadAllText(lab.PathOf("a.log")), "hello"));
    }

    [Fact]
    public async Task Hostile_text_is_one_harmless_line()
    {
        using var lab = Chatting(static logger => logger.LogInformation("hello {Text}", Hostile));
        await lab.RunAsync("--api-token=tok", "--log-format=console");
        Assert.Equal(
            "2026-01-02T03:04:05.000Z\tINFO\tmy.category\thello \\x1b[31mred\\u202e\\u2028\\x0d\\x0aline\\x09tab\\x9b\t" +
            "{\"Text\":\"\\u001B[31mred\\u202e\\u2028\\r\\nline\\ttab\\u009B\"}", Line(lab, "hello"));
    }

    [Fact]
    public async Task Hostile_text_is_kept_in_json()
    {
        using var lab = Chatting(static logger => logger.LogInformation("hello {Text}", Hostile));
        await lab.RunAsync("--api-token=tok");
        Assert.Equal(Hostile, JsonDocument.Parse(Line(lab, "hello")).RootElement.GetProperty("Text").GetString());
    }

    [Fact]
    public async Task Lines_of_many_threads_do_not_mix()
    {
        using var lab = Chatting(static logger => Parallel.For(0, 2000, i => logger.LogInformation("hello {Number} {Padding}", i, new string('x', i % 300))));
        await lab.RunAsync("--api-token=tok");
        var numbers = Lines(lab.Error, "hello").Select(static l => JsonDocument.Parse(l).RootElement.GetProperty("Number").GetInt32());
        Assert.Equal(Enumerable.Range(0, 2000), numbers.Order());
    }

    static Lab Chatting(Action<ILogger> chat, bool outputIsTerminal = false) => new()
    {
        OutputIsTerminal = outputIsTerminal,
        TimeProvider = new FakeTime { Skips = false },
        Manifest = new LabManifest
        {
            Creating = static _ => [new FakeSyncer(Users.Definition) { Items = [] }],
            Validating = (services, _) =>
            {
                chat(services.GetRequiredService<ILoggerFactory>().CreateLogger("my.category"));
                return Task.CompletedTask;
            },
        },
    };

    static string Line(Lab lab, string text) => Assert.Single(Lines(lab.Error, text));

    static IEnumerable<string> Lines(string output, string text) => output.Split('\n').Where(l => l.Contains(text, StringComparison.Ordinal));
}
