using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Files;

namespace Baton.Samples.Unix.Tests.Files;

public class GroupFileTests
{
    readonly CollectedWarnings _warnings = new();

    IReadOnlyList<GroupEntry> Parse(string text) => GroupFile.Parse(Make.Text("/etc/group", text), _warnings);

    [Theory]
    [InlineData("g:x:5:", "")]
    [InlineData("g:x:5", "")]
    [InlineData("g:x:5:a", "a")]
    [InlineData("g:x:5:a,b", "a|b")]
    [InlineData("g:x:5: a , b ,", "a|b")]
    [InlineData("g:x:5:a,,b,a", "a|b")]
    public void Reads_members(string line, string members)
    {
        var entry = Assert.Single(Parse(line));
        Assert.Equal(("g", 5u, members), (entry.Name, entry.Gid, string.Join('|', entry.Members)));
        _warnings.None();
    }

    [Theory]
    [InlineData("g:x", "2 of at least 3")]
    [InlineData(":x:1:", "no name")]
    [InlineData("g:x:five:", "not a number")]
    [InlineData("+:::", "NIS")]
    [InlineData("first:x:9:a", "second time")]
    public void Broken_lines_become_warnings(string line, string reason)
    {
        Assert.Equal(["first", "last"], Parse($"first:x:1:\n{line}\nlast:x:2:").Select(e => e.Name));
        _warnings.Single("/etc/group:2:", reason);
    }

    [Fact]
    public void Carriage_returns_are_no_part_of_a_member() => Assert.Equal(["a"], Assert.Single(Parse("g:x:5:a\r\n")).Members);
}
