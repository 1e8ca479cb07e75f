using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Files;
using BatonUnix.Sudo;

namespace Baton.Samples.Unix.Tests.Sudo;

public sealed class SudoPolicyTests : IDisposable
{
    readonly TempRoot _root = new();
    readonly CollectedWarnings _warnings = new();

    public void Dispose() => _root.Dispose();

    IReadOnlyList<SudoRule> Read(string sudoers)
    {
        var accounts = Make.Accounts("root", "alice", "bob");
        return SudoPolicy.Read(
            _root.File("/etc/sudoers", sudoers).Files(_warnings), new HostIdentity("web1", null), accounts, Make.Groups(accounts, "wheel:x:10:bob"));
    }

    [Fact]
    public void A_rule_is_resolved()
    {
        var rule = Assert.Single(Read(
            """
            User_Alias ADMINS = alice, %wheel
            Host_Alias WEB = web1, web2
            Runas_Alias DB = postgres, mysql
            Cmnd_Alias SERVICE = /usr/bin/systemctl restart *, !/usr/bin/systemctl restart sshd
            Cmnd_Alias ALLOWED = SERVICE, /bin/ls

            ADMINS WEB = (DB : adm) NOPASSWD: ALLOWED, PASSWD: !SERVICE, /bin/id
            """));
        Assert.Equal(("/etc/sudoers", 7), (rule.File, rule.Line));
        Assert.Equal("ADMINS WEB=(DB : adm) NOPASSWD: ALLOWED, (DB : adm) PASSWD: !SERVICE, (DB : adm) PASSWD: /bin/id", rule.Text);
        Assert.Equal(["web1", "web2"], rule.Hosts);
        Assert.True(rule.Applies);
        Assert.Equal(["postgres", "mysql", "group adm"], rule.RunAs);
        Assert.Equal(["/bin/ls", "!/usr/bin/systemctl restart *", "/usr/bin/systemctl restart sshd", "/bin/id"], rule.Commands);
        Assert.Equal(["NOPASSWD", "PASSWD"], rule.Tags);
        Assert.False(rule.GivesRoot);
        Assert.Equal(["alice"], rule.Users);
        Assert.Equal(["wheel"], rule.Groups);
        _warnings.None();
    }

    [Theory]
    [InlineData("alice ALL=ALL", true)]
    [InlineData("alice ALL=(ALL) ALL", true)]
    [InlineData("alice ALL=(root) NOPASSWD: ALL", true)]
    [InlineData("alice ALL=(#0) ALL", true)]
    [InlineData("alice ALL=(ALL:ALL) ALL, !/bin/su", true)]
    [InlineData("alice web1=ALL", true)]
    [InlineData("alice ALL=EVERYTHING", true)]
    [InlineData("alice db1=/bin/ls : web1=ALL", true)]
    [InlineData("alice 10.0.0.0/8=ALL", true)]
    [InlineData("alice ALL=(bob) ALL", false)]
    [InlineData("alice ALL=(ALL, !root) ALL", false)]
    [InlineData("alice ALL=(:adm) ALL", false)]
    [InlineData("alice ALL=() ALL", false)]
    [InlineData("alice ALL=ALL, !ALL", false)]
    [InlineData("alice ALL=!ALL", false)]
    [InlineData("alice ALL=/bin/bash", false)]
    [InlineData("alice db1=ALL", false)]
    [InlineData("alice ALL=(bob) ALL, (root) /bin/ls", false)]
    public void Root_is_all_commands_as_root_on_this_host(string rule, bool expected) =>
        Assert.Equal(expected, Assert.Single(Read($"Cmnd_Alias EVERYTHING = /bin/ls, ALL\n{rule}")).GivesRoot);

    [Fact]
    public void Ids_stay_when_lines_move_and_differ_by_file_and_text()
    {
        var first = Read("alice ALL=ALL\nbob ALL=/bin/ls\n");
        var moved = Read("# new\n\nbob   ALL = \\\n  /bin/ls # list\nDefaults x\nalice ALL=ALL\n@include more\n");
        Assert.Equal(first.Select(r => r.Id).Order(), moved.Select(r => r.Id).Order());
        Assert.Equal("/etc/sudoers#d2a127ef2be674fb", first[0].Id);
        _root.File("/etc/more", "alice ALL=ALL\nalice ALL=ALL\nalice ALL=NOPASSWD:ALL");
        Assert.Equal(
            ["/etc/sudoers:1", "/etc/more:1", "/etc/more:3"],
            Read("alice ALL=ALL\n@include more").Select(r => $"{r.File}:{r.Line}"));
    }

    [Fact]
    public void A_rule_for_other_hosts_is_there_and_says_so() => Assert.False(Assert.Single(Read("alice db1, db2 = ALL")).Applies);

    [Fact]
    public void Addresses_leave_the_question_open_with_a_warning()
    {
        Assert.Null(Assert.Single(Read("\nalice 10.0.0.0/8 = /bin/ls")).Applies);
        _warnings.Single($"{_root.Path}/etc/sudoers:2", "address");
    }

    [Fact]
    public void A_command_alias_that_nobody_defined_is_a_warning()
    {
        Assert.Equal(["SHUTDWN"], Assert.Single(Read("Cmnd_Alias SHUTDOWN=/sbin/halt\nalice ALL = SHUTDWN")).Commands);
        _warnings.Single($"{_root.Path}/etc/sudoers:2", "SHUTDWN");
    }
}
