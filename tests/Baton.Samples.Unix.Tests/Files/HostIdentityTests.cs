using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Files;

namespace Baton.Samples.Unix.Tests.Files;

public sealed class HostIdentityTests : IDisposable
{
    readonly TempRoot _root = new();
    readonly CollectedWarnings _warnings = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Name_and_system_come_from_the_host()
    {
        _root.File("/etc/hostname", "# name\n\n web1.example.com \r\n").File("/usr/lib/os-release", "ID=x\nPRETTY_NAME=\"Test OS 1\"\n").Link("/etc/os-release", "../usr/lib/os-release");
        var host = HostIdentity.Read(_root.Files(_warnings));
        Assert.Equal(("web1.example.com", "web1", "Test OS 1"), (host.Name, host.ShortName, host.System));
        _warnings.None();
    }

    [Fact]
    public void Without_files_the_machine_s_name_stands_in()
    {
        Assert.Equal(new(Environment.MachineName, null), HostIdentity.Read(_root.Files(_warnings)));
        _warnings.None();
    }
}
