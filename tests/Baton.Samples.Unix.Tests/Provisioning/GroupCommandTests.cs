using BatonUnix.Provisioning;

namespace Baton.Samples.Unix.Tests.Provisioning;

public class GroupCommandTests
{
    static string Text(GroupCommand command) => $"{command.Program}|{string.Join('|', command.Arguments)}";

    [Fact]
    public void Gpasswd_comes_first()
    {
        static bool Both(string path) => path is "/usr/bin/gpasswd" or "/usr/sbin/usermod";
        Assert.Equal("/usr/bin/gpasswd|-a|bob|wheel", Text(GroupCommand.Add("wheel", "bob", Both)));
        Assert.Equal("/usr/bin/gpasswd|-d|bob|wheel", Text(GroupCommand.Remove("wheel", "bob", Both)));
    }

    [Fact]
    public void Usermod_stands_in_and_keeps_the_other_groups()
    {
        static bool One(string path) => path == "/sbin/usermod";
        Assert.Equal("/sbin/usermod|-a|-G|wheel|bob", Text(GroupCommand.Add("wheel", "bob", One)));
        Assert.Equal("/sbin/usermod|-r|-G|wheel|bob", Text(GroupCommand.Remove("wheel", "bob", One)));
    }

    [Fact]
    public void Nothing_is_quoted_since_no_shell_reads_it() =>
        Assert.Equal("/bin/gpasswd|-a|$(reboot); 'b'|a b", Text(GroupCommand.Add("a b", "$(reboot); 'b'", p => p == "/bin/gpasswd")));

    [Fact]
    public void Without_a_tool_the_error_names_the_packages()
    {
        foreach (var make in (Func<GroupCommand>[])[() => GroupCommand.Add("g", "u", _ => false), () => GroupCommand.Remove("g", "u", _ => false)])
        {
            var failure = Assert.Throws<ConnectorException>(make);
            Assert.Equal(ErrorCode.FailedPrecondition, failure.Code);
            Assert.Contains("gpasswd", failure.Message);
            Assert.Contains("shadow-utils", failure.Message);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-r")]
    [InlineData("a,b")]
    [InlineData("a:b")]
    [InlineData("a\nb")]
    public void What_the_tools_would_take_for_something_else_is_refused(string name)
    {
        Assert.Equal(ErrorCode.InvalidArgument, Assert.Throws<ConnectorException>(() => GroupCommand.Add(name, "u", _ => true)).Code);
        Assert.Equal(ErrorCode.InvalidArgument, Assert.Throws<ConnectorException>(() => GroupCommand.Remove("g", name, _ => true)).Code);
    }
}
