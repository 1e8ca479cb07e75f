using Baton.Samples.Unix.Tests.Support;
using BatonUnix;
using BatonUnix.Provisioning;

namespace Baton.Samples.Unix.Tests;

/// <summary>What somebody gets who is not root.</summary>
public sealed class OrdinaryUserTests : IDisposable
{
    const UnixFileMode Nobody = UnixFileMode.None;
    const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    readonly TempRoot _root = new();
    readonly CollectedWarnings _warnings = new();

    public OrdinaryUserTests() => _root
        .File("/etc/passwd", "root:x:0:0::/root:/bin/sh\nalice:x:1000:1000::/home/alice:/bin/sh\n")
        .File("/etc/group", "wheel:x:10:alice\nroot:x:0:\nalice:x:1000:\n")
        .Mode("", ReadOnly | UnixFileMode.UserWrite);

    public void Dispose() => _root.Dispose();

    HostSnapshot Look() => new(_root.Files(_warnings), TimeProvider.System);

    string[] Warnings(Func<HostSnapshot, object> use)
    {
        _ = OrdinaryUser.Run(() => use(Look()));
        return [.. _warnings.Messages];
    }

    [Fact]
    public void Without_shadow_accounts_are_there_and_a_warning_says_what_is_not_known()
    {
        _root.File("/etc/shadow", "root:!:::::::\nalice:!:::::::\n").Mode("/etc/shadow", Nobody);
        var accounts = OrdinaryUser.Run(() => Look().Accounts.All);
        Assert.Equal([("root", true), ("alice", true)], accounts.Select(a => (a.Name, a.CanLogin)));
        _warnings.Single($"{_root.Path}/etc/shadow cannot be read (permission denied)", "locked and expired accounts are not recognised", "login");
    }

    [Fact]
    public void Without_sudoers_the_warning_says_that_rules_are_missing()
    {
        _root.File("/etc/shadow", "").File("/etc/sudoers", "alice ALL=ALL").Mode("/etc/sudoers", Nobody);
        Assert.Contains($"{_root.Path}/etc/sudoers cannot be read (permission denied): its sudo rules are missing", Assert.Single(Warnings(h => h.SudoRules)));
    }

    [Fact]
    public void The_same_for_its_directory()
    {
        _root.File("/etc/shadow", "").File("/etc/sudoers", "@includedir /etc/sudoers.d\nalice ALL=ALL").File("/etc/sudoers.d/a", "alice ALL=/bin/ls")
            .Mode("/etc/sudoers.d", Nobody);
        Assert.Contains($"{_root.Path}/etc/sudoers.d cannot be read (permission denied)", Assert.Single(Warnings(h => h.SudoRules)));
    }

    [Theory]
    [InlineData("/home/alice")]
    [InlineData("/home/alice/.ssh")]
    [InlineData("/home/alice/.ssh/authorized_keys")]
    public void Keys_of_somebody_else_are_one_warning_that_names_what_is_closed(string closed)
    {
        _root.File("/etc/shadow", "").File("/home/alice/.ssh/authorized_keys", SampleKeys.Ed25519).Mode(closed, Nobody);
        Assert.Equal(
            [$"{_root.Path}{closed} cannot be read (permission denied): SSH keys of \"alice\" are missing in the result."],
            Warnings(h => h.KeysOf(h.Accounts.Find("alice")!).ToArray()));
    }

    [Fact]
    public void Without_passwd_the_sync_fails()
    {
        _root.Mode("/etc/passwd", Nobody);
        Assert.Equal(ErrorCode.FailedPrecondition, Assert.Throws<ConnectorException>(() => OrdinaryUser.Run(Look)).Code);
    }

    [Fact]
    public void Files_that_may_not_be_changed_stay_as_they_are()
    {
        _root.Mode("/etc", ReadOnly);
        var failure = Assert.Throws<ConnectorException>(() => OrdinaryUser.Run(() =>
            new GroupFileEditor(_root.Directories, TimeProvider.System).AddAsync("wheel", "root", CancellationToken.None).GetAwaiter().GetResult()));
        Assert.Equal(ErrorCode.PermissionDenied, failure.Code);
        Assert.Equal(["group", "passwd"], _root.Directories.List("/etc")!);
    }
}
