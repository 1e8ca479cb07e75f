using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Accounts;

namespace Baton.Samples.Unix.Tests.Accounts;

public sealed class AccountTableTests : IDisposable
{
    static readonly DateOnly Today = new(2026, 1, 1);

    readonly TempRoot _root = new();
    readonly CollectedWarnings _warnings = new();

    public void Dispose() => _root.Dispose();

    AccountTable Read() => AccountTable.Read(_root.Files(_warnings), Today);

    Account Only(string passwd, string? shadow = null)
    {
        _root.File("/etc/passwd", passwd);
        if (shadow is not null)
            _root.File("/etc/shadow", shadow);
        return Assert.Single(Read().All);
    }

    [Theory]
    [InlineData("Alice Ab,Room 1,,", "Alice Ab")]
    [InlineData("& Ab", "Alice Ab")]
    [InlineData("", "alice")]
    [InlineData(",,,", "alice")]
    public void The_full_name_is_the_first_part_of_the_comment(string gecos, string name) =>
        Assert.Equal(name, Only($"alice:*:1000:1000:{gecos}:/:/bin/sh").FullName);

    [Theory]
    [InlineData("alice:x:", "alice:$6$h:20000::::::", null)]
    [InlineData("alice:x:", "alice:!:20000::::::", "password locked")]
    [InlineData("alice:x:", "alice:h:20000:::::20454:", "expired on 2026-01-01")]
    [InlineData("alice:x:", "bob:h:20000::::::", "no line in /etc/shadow")]
    [InlineData("alice:*:", "alice:h:20000::::::", "password locked")]
    [InlineData("alice:$6$h:", "alice:!:20000::::::", null)]
    [InlineData("alice:$6$h:", "alice:!:20000:::::1:", "expired on 1970-01-02")]
    [InlineData("alice::", null, null)]
    [InlineData("alice:!:", null, "password locked")]
    public void Blocked_by_passwd_or_shadow(string passwd, string? shadow, string? reason)
    {
        Assert.Equal(reason, Only($"{passwd}1000:1000::/:/bin/sh", shadow).Blocked);
        _warnings.None();
    }

    [Theory]
    [InlineData("/bin/bash", "h", true)]
    [InlineData("", "h", true)]
    [InlineData("/usr/sbin/nologin", "h", false)]
    [InlineData("/bin/bash", "!h", false)]
    public void Login_takes_a_shell_and_an_open_account(string shell, string password, bool expected) =>
        Assert.Equal(expected, Only($"alice:x:1000:1000::/:{shell}", $"alice:{password}:::::::").CanLogin);

    [Fact]
    public void Limits_and_shells_come_from_the_host()
    {
        _root.File("/etc/login.defs", "UID_MIN 500\nUID_MAX 600").File("/etc/shells", "/bin/zsh");
        var account = Only("alice:*:500:500::/:/bin/bash");
        Assert.False(account.IsSystem);
        Assert.False(account.HasShell);
    }

    [Fact]
    public void Without_shadow_a_warning_says_what_is_not_known()
    {
        Assert.Null(Only("alice:x:1000:1000::/:/bin/sh").Blocked);
        _warnings.Single($"{_root.Path}/etc/shadow does not exist", "locked and expired accounts");
    }

    [Fact]
    public void What_cannot_be_read_as_a_file_is_a_warning_too()
    {
        Directory.CreateDirectory(_root.Real("/etc/shadow"));
        Assert.Null(Only("alice:x:1000:1000::/:/bin/sh").Blocked);
        _warnings.Single($"{_root.Path}/etc/shadow cannot be read", "locked and expired accounts");
    }

    [Theory]
    [InlineData(false, "does not exist")]
    [InlineData(true, "cannot be read")]
    public void Without_passwd_there_is_nothing(bool directory, string reason)
    {
        if (directory)
            Directory.CreateDirectory(_root.Real("/etc/passwd"));
        var failure = Assert.Throws<ConnectorException>(Read);
        Assert.Equal(ErrorCode.FailedPrecondition, failure.Code);
        Assert.Contains($"{_root.Path}/etc/passwd {reason}", failure.Message);
        Assert.Contains("--root", failure.Message);
    }

    [Fact]
    public void A_comment_in_latin1_does_not_lose_the_row()
    {
        _root.File("/etc/passwd", [.. "josef:*:1000:1000:Jos"u8, 0xE9, .. ":/home/josef:/bin/sh\nzo\u00eb:*:1001:1001:Zo\u00eb:/:/bin/sh\n"u8]);
        Assert.Equal(["Jos\u00e9", "Zo\u00eb"], Read().All.Select(a => a.FullName));
        _warnings.None();
    }
}
