using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Files;

namespace Baton.Samples.Unix.Tests.Files;

public class LoginShellsTests
{
    static readonly LoginShells Listed = LoginShells.Parse(Make.Text("/etc/shells", "# shells\n/bin/sh\n/bin/bash # best\n/usr/bin/fish\n/sbin/nologin\n"));
    static readonly LoginShells Unlisted = LoginShells.Parse(new("/etc/shells", "/etc/shells", FileState.Absent, ""));

    [Theory]
    [InlineData("/bin/bash", true, true)]
    [InlineData("/usr/bin/bash", true, true)]
    [InlineData("/bin/fish", true, true)]
    [InlineData("", true, true)]
    [InlineData("/opt/zsh", false, true)]
    [InlineData("/sbin/nologin", false, false)]
    [InlineData("/usr/sbin/nologin", false, false)]
    [InlineData("/bin/false", false, false)]
    [InlineData("/bin/sync", false, false)]
    [InlineData("bash", false, false)]
    public void Knows_what_lets_somebody_in(string shell, bool listed, bool unlisted) =>
        Assert.Equal((listed, unlisted), (Listed.IsReal(shell), Unlisted.IsReal(shell)));
}
