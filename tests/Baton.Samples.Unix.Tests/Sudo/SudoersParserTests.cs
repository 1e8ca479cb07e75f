using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Sudo;

namespace Baton.Samples.Unix.Tests.Sudo;

public class SudoersParserTests
{
    readonly CollectedWarnings _warnings = new();

    IReadOnlyList<SudoersStatement> Parse(string text) => new SudoersParser(Make.Text("/etc/sudoers", text), _warnings).Parse();

    string Rule(string text)
    {
        var rule = Assert.IsType<UserSpec>(Assert.Single(Parse(text)));
        _warnings.None();
        return rule.ToString();
    }

    [Theory]
    [InlineData("root ALL=(ALL:ALL) ALL", "root ALL=(ALL : ALL) ALL")]
    [InlineData("  %sudo\tALL = ( ALL : ALL )  ALL  ", "%sudo ALL=(ALL : ALL) ALL")]
    [InlineData("alice,bob , %wheel ALL=/bin/ls", "alice, bob, %wheel ALL=/bin/ls")]
    [InlineData("alice ALL=/bin/ls # list", "alice ALL=/bin/ls")]
    [InlineData("alice ALL=ALL#comment", "alice ALL=ALL")]
    [InlineData("#1000,%#27 ALL=ALL", "#1000, %#27 ALL=ALL")]
    [InlineData("+admins,%:nt ALL=ALL", "+admins, %:nt ALL=ALL")]
    [InlineData("\"domain user\",\"%domain admins\" ALL=ALL", "domain user, %domain admins ALL=ALL")]
    [InlineData("DOMAIN\\\\bob,a\\ b,x\\x41y ALL=ALL", "DOMAIN\\bob, a b, xAy ALL=ALL")]
    [InlineData("ALL,!bob,!!carol ALL=ALL", "ALL, !bob, carol ALL=ALL")]
    [InlineData("a ! b=ALL", "a !b=ALL")]
    public void Users(string text, string expected) => Assert.Equal(expected, Rule(text));

    [Theory]
    [InlineData("a web1, !db? , *.example.com=ALL", "a web1, !db?, *.example.com=ALL")]
    [InlineData("a 10.0.0.1,10.0.0.0/8,10.1.0.0/255.255.0.0=ALL", "a 10.0.0.1, 10.0.0.0/8, 10.1.0.0/255.255.0.0=ALL")]
    [InlineData("a fe80::1,2001:db8::/32=ALL", "a fe80::1, 2001:db8::/32=ALL")]
    [InlineData("a web=/bin/a:db=/bin/b : fe80::1=/bin/c", "a web=/bin/a : db=/bin/b : fe80::1=/bin/c")]
    public void Hosts(string text, string expected) => Assert.Equal(expected, Rule(text));

    [Theory]
    [InlineData("a ALL=()ALL", "a ALL=() ALL")]
    [InlineData("a ALL=(bob)ALL", "a ALL=(bob) ALL")]
    [InlineData("a ALL=(bob,%ops,#0,!root)ALL", "a ALL=(bob, %ops, #0, !root) ALL")]
    [InlineData("a ALL=(:adm)ALL", "a ALL=( : adm) ALL")]
    [InlineData("a ALL=(:)ALL", "a ALL=() ALL")]
    [InlineData("a ALL=(x)/bin/a,/bin/b,(y)/bin/c", "a ALL=(x) /bin/a, (x) /bin/b, (y) /bin/c")]
    public void Targets(string text, string expected) => Assert.Equal(expected, Rule(text));

    [Theory]
    [InlineData("a ALL=NOPASSWD:ALL", "a ALL=NOPASSWD: ALL")]
    [InlineData("a ALL=NOPASSWD : SETENV:/bin/a,PASSWD:/bin/b", "a ALL=NOPASSWD: SETENV: /bin/a, SETENV: PASSWD: /bin/b")]
    [InlineData("a ALL=NOEXEC:NOFOLLOW:LOG_INPUT:NOMAIL:INTERCEPT:/bin/a", "a ALL=NOEXEC: NOFOLLOW: LOG_INPUT: NOMAIL: INTERCEPT: /bin/a")]
    [InlineData("a ALL=TIMEOUT=5m CWD=/tmp NOPASSWD:/bin/a,CWD=* /bin/b", "a ALL=TIMEOUT=5m CWD=/tmp NOPASSWD: /bin/a, TIMEOUT=5m CWD=* NOPASSWD: /bin/b")]
    [InlineData("a ALL=(b)ROLE=r TYPE=t/bin/a", null)]
    [InlineData("a ALL=(b)ROLE=r TYPE=t /bin/a", "a ALL=(b) ROLE=r TYPE=t /bin/a")]
    public void Tags_and_options(string text, string? expected)
    {
        if (expected is not null)
            Assert.Equal(expected, Rule(text));
        else
        {
            Assert.Empty(Parse(text));
            _warnings.Single("/etc/sudoers:1:");
        }
    }

    [Theory]
    [InlineData("a ALL=/bin/ls -l  /tmp/*", "a ALL=/bin/ls -l /tmp/*")]
    [InlineData("a ALL=/bin/ls \"\"", "a ALL=/bin/ls \"\"")]
    [InlineData("a ALL=/bin/x a\\,b\\:c\\=d\\\\e\\*", "a ALL=/bin/x a,b:c=d\\\\e\\*")]
    [InlineData("a ALL=!/bin/su,! /bin/sh", "a ALL=!/bin/su, !/bin/sh")]
    [InlineData("a ALL=sudoedit /etc/a /etc/b, list", "a ALL=sudoedit /etc/a /etc/b, list")]
    [InlineData("a ALL=/usr/bin/, /home/*/bin/[a-c]", "a ALL=/usr/bin/, /home/*/bin/[a-c]")]
    [InlineData("a ALL=SHELLS,!EDITORS,/bin/a", "a ALL=SHELLS, !EDITORS, /bin/a")]
    [InlineData("a ALL=sha256:abcd+/= /bin/a, sha224:00, sha512:11 !/bin/b", "a ALL=sha256:abcd+/= /bin/a, !sha224:00, sha512:11 /bin/b")]
    [InlineData("a ALL=/bin/x a=b", "a ALL=/bin/x a=b")]
    [InlineData("a ALL=^/bin/(a,b:c=d#e)$ ^-[a-z]{1,2}$, /bin/f", "a ALL=^/bin/(a,b:c=d#e)$ ^-[a-z]{1,2}$, /bin/f")]
    public void Commands(string text, string expected) => Assert.Equal(expected, Rule(text));

    [Theory]
    [InlineData("a ALL=\\\n  /bin/a, \\\n\t/bin/b\n", "a ALL=/bin/a, /bin/b")]
    [InlineData("a \\\nALL=/bin/a \\\n  -x", "a ALL=/bin/a -x")]
    [InlineData("a ALL=/bin/a, \\ \t\n  /bin/b", "a ALL=/bin/a, /bin/b")]
    [InlineData("a ALL=/bin/a\r\n", "a ALL=/bin/a")]
    [InlineData("a ALL=\\\r\n /bin/a\r\n", "a ALL=/bin/a")]
    public void Continued_lines_and_carriage_returns(string text, string expected) => Assert.Equal(expected, Rule(text));

    [Theory]
    [InlineData("# a ALL=ALL")]
    [InlineData("#a ALL=ALL")]
    [InlineData("# ends with a backslash \\")]
    [InlineData("Defaults env_reset")]
    [InlineData("  Defaults\tbadpass_message=\"a # b\", \\\n  !lecture")]
    [InlineData("Defaults:alice !authenticate")]
    [InlineData("Defaults@web1 log_host")]
    [InlineData("Defaults!/bin/ls noexec")]
    [InlineData("Defaults>root !set_logname")]
    [InlineData("Defaults:\"a b\" x")]
    [InlineData("")]
    [InlineData("   \t")]
    public void Comments_and_defaults_are_read_past_and_the_next_line_counts(string line)
    {
        Assert.Equal("next ALL=ALL", Assert.Single(Parse($"{line}\nnext ALL=ALL")).ToString());
        _warnings.None();
    }

    [Fact]
    public void Aliases()
    {
        var aliases = Parse("User_Alias A = x, %y : B_2=!A\nRunas_Alias OP=#0,op\nHost_Alias H=h1,10.0.0.0/8:I=fe80::1\nCmnd_Alias C=/bin/a b, sudoedit /x\nCmd_Alias D = C, !ALL")
            .Cast<AliasDefinition>().Select(a => $"{a.Line} {a.Kind} {a.Name}={string.Join(',', a.Items)}");
        Assert.Equal(
            ["1 User A=x,%y", "1 User B_2=!A", "2 RunAs OP=#0,op", "3 Host H=h1,10.0.0.0/8", "3 Host I=fe80::1", "4 Command C=/bin/a b,sudoedit /x", "5 Command D=C,!ALL"],
            aliases);
        _warnings.None();
    }

    [Fact]
    public void Includes()
    {
        var includes = Parse("@include /etc/a\n#include b\n  @includedir /etc/c.d # all\n#includedir \"/etc/with space\"\n@include /x\\ y\n# include no\n#includes no\n");
        Assert.Equal(
            [(1, "/etc/a", false), (2, "b", false), (3, "/etc/c.d", true), (4, "/etc/with space", true), (5, "/x y", false)],
            includes.Cast<Include>().Select(i => (i.Line, i.Path, i.Directory)));
        _warnings.None();
    }

    [Theory]
    [InlineData("bob ALL ALL", "'=' after the hosts")]
    [InlineData("bob", "host list")]
    [InlineData("bob ALL", "'=' after the hosts")]
    [InlineData("bob ALL=", "command")]
    [InlineData("bob ALL=/bin/a,", "command")]
    [InlineData("bob ALL=ls", "full path")]
    [InlineData("bob ALL=ALL ALL", "end of the line")]
    [InlineData("bob ALL=(root ALL", "')'")]
    [InlineData("bob ALL=(root) NOPASS: /bin/x", "host list")]
    [InlineData("bob ALL=(root:) ALL", "target group")]
    [InlineData("%\"domain admins\" ALL=ALL", "name of a group")]
    [InlineData("bob ALL=/bin/\"x\"", "end of the line")]
    [InlineData("bob ALL=/bin/x \\\"y", "end of the line")]
    [InlineData("bob, ALL=ALL", "host list")]
    [InlineData(",bob ALL=ALL", "user")]
    [InlineData("bob ALL=! !/bin/x", "full path")]
    [InlineData("bob ALL=!sha224:00 /bin/x", "full path")]
    [InlineData("bob ALL=/bin/x ^a$ b", "end of the line")]
    [InlineData("\"bob ALL=ALL", "closing quote")]
    [InlineData("bob ALL=! ", "command")]
    [InlineData("User_Alias admins = a", "capital letters")]
    [InlineData("User_Alias = a", "capital letters")]
    [InlineData("User_Alias ALL = a", "capital letters")]
    [InlineData("User_Alias A a", "'='")]
    [InlineData("User_Alias A = ", "user")]
    [InlineData("Cmnd_Alias A = ls", "full path")]
    [InlineData("@include", "path")]
    [InlineData("@include /a /b", "end of the line")]
    [InlineData("= = =", "user")]
    public void A_line_that_makes_no_sense_becomes_a_warning_with_its_number_and_the_others_stay(string line, string reason)
    {
        var statements = Parse($"first ALL=ALL\n\n{line}\nlast ALL=ALL\n");
        Assert.Equal(["first ALL=ALL", "last ALL=ALL"], statements.Select(s => s.ToString()));
        Assert.Equal([1, 4], statements.Select(s => s.Line));
        _warnings.Single("/etc/sudoers:3:", reason, "expected");
    }

    [Fact]
    public void A_broken_line_ends_where_its_continuation_does()
    {
        var statements = Parse("bob ALL \\\n  ALL, \\\n  ALL\nlast ALL=ALL");
        Assert.Equal(["last ALL=ALL"], statements.Select(s => s.ToString()));
        _warnings.Single("/etc/sudoers:2:");
    }

    [Fact]
    public void Definitions_before_the_mistake_count()
    {
        Assert.Equal(["A"], Parse("User_Alias A = x : b = y").Cast<AliasDefinition>().Select(a => a.Name));
        _warnings.Single("/etc/sudoers:1:");
    }
}
