using BatonUnix.Sudo;

namespace Baton.Samples.Unix.Tests.Sudo;

public class HostMatcherTests
{
    [Theory]
    [InlineData("ALL", true)]
    [InlineData("web1", true)]
    [InlineData("WEB1", true)]
    [InlineData("web1.example.com", true)]
    [InlineData("web?", true)]
    [InlineData("*.example.com", true)]
    [InlineData("web2", false)]
    [InlineData("web1.other.com", false)]
    [InlineData("example", false)]
    [InlineData("ALL,!web1", false)]
    [InlineData("!web1,ALL", true)]
    [InlineData("!web2", false)]
    [InlineData("10.0.0.0/8", null)]
    [InlineData("fe80::1", null)]
    [InlineData("+cluster", null)]
    [InlineData("web[0-9]", null)]
    [InlineData("10.0.0.0/8,web1", true)]
    [InlineData("web1,10.0.0.0/8", null)]
    [InlineData("10.0.0.0/8,!web1", false)]
    public void The_last_item_that_matches_decides(string list, bool? expected)
    {
        var items = list.Split(',').Select(i => new ListItem(i.TrimStart('!'), i[0] == '!')).ToArray();
        Assert.Equal(expected, HostMatcher.Applies(items, new("web1.example.com", null)));
    }
}
