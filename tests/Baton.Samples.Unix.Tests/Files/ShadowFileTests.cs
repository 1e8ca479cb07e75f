using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Files;

namespace Baton.Samples.Unix.Tests.Files;

public class ShadowFileTests
{
    // 2026-01-01.
    const int Today = 20454;

    readonly CollectedWarnings _warnings = new();

    IReadOnlyDictionary<string, ShadowEntry> Parse(string text) => ShadowFile.Parse(Make.Text("/etc/shadow", text), _warnings);

    string? Blocked(string fields) => Parse($"alice:{fields}")["alice"].Blocked(new DateOnly(2026, 1, 1));

    [Theory]
    [InlineData("$y$j9T$x:20000:0:99999:7:::")]
    [InlineData(":20000:0:99999:7:::")]
    [InlineData("h::::::")]
    [InlineData("h")]
    [InlineData("h:20000:0:99999:7::20455:")]
    [InlineData("h:20000:0:99999:7::-1:")]
    [InlineData("h:0:0:90:7:5::")]
    public void Can_be_used(string fields)
    {
        Assert.Null(Blocked(fields));
        _warnings.None();
    }

    [Theory]
    [InlineData("!:20000::::::", "password locked")]
    [InlineData("!!:20000::::::", "password locked")]
    [InlineData("*:20000::::::", "password locked")]
    [InlineData("!$6$x:20000::::::", "password locked")]
    [InlineData("h:20000:0:99999:7::20454:", "expired on 2026-01-01")]
    [InlineData("h:20000:0:99999:7::1:", "expired on 1970-01-02")]
    [InlineData("h:20000:0:99999:7::0:", "expired on 1970-01-01")]
    [InlineData("h:20000:0:90:7:5::", "password expired, inactive since 2025-01-07")]
    public void Cannot_be_used(string fields, string reason) => Assert.Equal(reason, Blocked(fields));

    [Fact]
    public void Inactivity_ends_the_day_after_the_last_one()
    {
        Assert.Null(Blocked($"h:{Today - 95}:0:90:7:5::"));
        Assert.NotNull(Blocked($"h:{Today - 96}:0:90:7:5::"));
    }

    [Fact]
    public void A_date_that_is_none_becomes_a_warning()
    {
        Assert.Null(Blocked("h:20000:0:99999:7::tomorrow:"));
        _warnings.Single("/etc/shadow:1:", "not a number of days");
    }

    [Fact]
    public void Days_beyond_the_calendar_are_shown_as_its_end()
    {
        Assert.Equal("9999-12-31", ShadowEntry.Date(int.MaxValue));
        Assert.Null(Blocked("h:20000:0:99999:7::2147483647:"));
    }

    [Fact]
    public void Of_two_lines_the_first_counts()
    {
        Assert.Equal(PasswordState.Locked, Parse("alice:!:\nalice:h:\n")["alice"].Password);
        _warnings.Single("/etc/shadow:2:", "alice");
    }

    [Fact]
    public void Warnings_never_quote_a_line()
    {
        Parse("alice:$6$secret:x:y:z:7:::\nalice:$6$secret\n:$6$secret:\n$6$secret\n");
        Assert.Equal(4, _warnings.Messages.Count);
        Assert.All(_warnings.Messages, m => Assert.DoesNotContain("secret", m));
    }
}
