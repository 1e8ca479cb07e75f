using System.Text;
using BatonUnix.Provisioning;

namespace Baton.Samples.Unix.Tests.Provisioning;

public class MemberListTests
{
    static string? Edit(string content, string group, string member, bool add) =>
        MemberList.Edit(Encoding.Latin1.GetBytes(content), group, member, add, out _) is { } changed ? Encoding.Latin1.GetString(changed) : null;

    [Theory]
    [InlineData("g:x:5:", "g:x:5:bob")]
    [InlineData("g:x:5:al", "g:x:5:al,bob")]
    [InlineData("g:x:5:al,", "g:x:5:al,bob")]
    [InlineData("g:x:5", "g:x:5:bob")]
    [InlineData("a:x:1:\ng:x:5:al\nz:x:9:\n", "a:x:1:\ng:x:5:al,bob\nz:x:9:\n")]
    [InlineData("# g:x:1:\r\ng:x:5:al\r\nz:x:9:\r\n", "# g:x:1:\r\ng:x:5:al,bob\r\nz:x:9:\r\n")]
    [InlineData("gg:x:1:\ng:x:5:\ng:x:6:", "gg:x:1:\ng:x:5:bob\ng:x:6:")]
    [InlineData("\u00e9\u00ff:x:1:\n\n+\ng:\u00e9:5:\u00e9\n:::", "\u00e9\u00ff:x:1:\n\n+\ng:\u00e9:5:\u00e9,bob\n:::")]
    public void Adding_changes_nothing_else(string before, string after) => Assert.Equal(after, Edit(before, "g", "bob", add: true));

    [Theory]
    [InlineData("g:x:5:bob", "g:x:5:")]
    [InlineData("g:x:5:al,bob,carl", "g:x:5:al,carl")]
    [InlineData("g:x:5:bob,bob, bob ,bobby", "g:x:5:bobby")]
    [InlineData("a:x:1:bob\ng:x:5:bob,al\r\nz:x:9:bob\n", "a:x:1:bob\ng:x:5:al\r\nz:x:9:bob\n")]
    public void Removing_changes_nothing_else(string before, string after) => Assert.Equal(after, Edit(before, "g", "bob", add: false));

    [Theory]
    [InlineData("g:x:5:bob", true)]
    [InlineData("g:x:5: bob ,al", true)]
    [InlineData("g:x:5:", false)]
    [InlineData("g:x:5", false)]
    [InlineData("g:x:5:bobby,abob", false)]
    public void What_is_so_already_is_left_alone(string content, bool add)
    {
        Assert.Null(MemberList.Edit(Encoding.UTF8.GetBytes(content), "g", "bob", add, out var found));
        Assert.True(found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gg:x:1:\n")]
    [InlineData("#g:x:1:")]
    [InlineData("g")]
    public void A_group_without_a_line_is_not_found(string content)
    {
        Assert.Null(MemberList.Edit(Encoding.UTF8.GetBytes(content), "g", "bob", true, out var found));
        Assert.False(found);
    }

    [Theory]
    [InlineData("g:x")]
    [InlineData("g:x:5:a:b")]
    public void A_broken_line_is_not_touched(string content) =>
        Assert.Equal(ErrorCode.FailedPrecondition, Assert.Throws<ConnectorException>(() => Edit(content, "g", "bob", true)).Code);

    [Fact]
    public void Adding_and_removing_gives_back_every_byte()
    {
        var random = new Random(6);
        for (var run = 0; run < 2000; run++)
        {
            // No empty members, which are not written back.
            var lines = Enumerable.Range(0, random.Next(1, 6)).Select(i =>
                $"g{i}:{Noise(random)}:{i}:{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => "m" + Noise(random)))}");
            var file = $"{Noise(random)}\n{string.Join(random.Next(2) == 0 ? "\n" : "\r\n", lines)}{(random.Next(2) == 0 ? "\n" : "")}";
            var added = Edit(file, "g0", "bob", add: true);
            Assert.NotNull(added);
            Assert.Null(Edit(added, "g0", "bob", add: true));
            Assert.Equal(file, Edit(added, "g0", "bob", add: false));
        }
    }

    static string Noise(Random random) => new(random.GetItems("ab #+-\u00e9\u00ff\u0080.".ToCharArray(), random.Next(5)));
}
