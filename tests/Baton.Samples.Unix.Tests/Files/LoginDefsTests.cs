using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Files;

namespace Baton.Samples.Unix.Tests.Files;

public class LoginDefsTests
{
    readonly CollectedWarnings _warnings = new();

    LoginDefs Parse(string text) => LoginDefs.Parse(Make.Text("/etc/login.defs", text), _warnings);

    [Theory]
    [InlineData("", 1000u, 60000u)]
    [InlineData("# UID_MIN 1\nUMASK 022\n", 1000u, 60000u)]
    [InlineData("UID_MIN\t\t\t  500\nUID_MAX 0xEA60 # people", 500u, 60000u)]
    [InlineData("UID_MINIMUM 5\nSYS_UID_MIN 1", 1000u, 60000u)]
    public void Reads_the_limits(string text, uint minimum, uint maximum)
    {
        Assert.Equal(new LoginDefs(minimum, maximum), Parse(text));
        _warnings.None();
    }

    [Theory]
    [InlineData("UID_MIN many")]
    [InlineData("UID_MIN")]
    [InlineData("UID_MIN -5")]
    public void What_is_no_number_leaves_the_default(string line)
    {
        Assert.Equal(LoginDefs.Default, Parse(line));
        _warnings.Single("/etc/login.defs:1:", "UID_MIN");
    }

    [Theory]
    [InlineData(0u, true)]
    [InlineData(999u, true)]
    [InlineData(1000u, false)]
    [InlineData(60000u, false)]
    [InlineData(60001u, true)]
    [InlineData(65534u, true)]
    public void Uids_outside_are_the_system_s(uint uid, bool system) => Assert.Equal(system, LoginDefs.Default.IsSystem(uid));
}
