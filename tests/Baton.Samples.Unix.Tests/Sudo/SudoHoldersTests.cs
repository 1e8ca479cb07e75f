using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Accounts;
using BatonUnix.Sudo;

namespace Baton.Samples.Unix.Tests.Sudo;

public class SudoHoldersTests
{
    readonly CollectedWarnings _warnings = new();
    readonly AccountTable _accounts = Make.Accounts("root", "alice", "bob", "carol", "dave");
    readonly GroupTable _groups;

    public SudoHoldersTests() =>
        _groups = Make.Groups(_accounts, "wheel:x:10:alice,bob", "ops:x:1004:alice,carol", "empty:x:12:", "root:x:0:");

    string Find(string users, string aliases = "")
    {
        var table = new AliasTable(_warnings);
        var file = Make.Text("/etc/sudoers", $"{aliases}\n{users} ALL=ALL");
        var statements = new SudoersParser(file, _warnings).Parse();
        foreach (var alias in statements.OfType<AliasDefinition>())
            table.Add(alias, file);
        var found = new SudoHolders(_accounts, _groups, table, _warnings).Find(statements.OfType<UserSpec>().Single().Users, "/etc/sudoers:2");
        return string.Join(' ', found.Users.Concat(found.Groups.Select(g => "%" + g)));
    }

    [Theory]
    [InlineData("alice", "alice")]
    [InlineData("#1001", "alice")]
    [InlineData("%wheel", "%wheel")]
    [InlineData("%#10", "%wheel")]
    [InlineData("%empty", "%empty")]
    [InlineData("alice,%wheel", "alice %wheel")]
    [InlineData("ALL", "alice bob carol dave root")]
    [InlineData("ALL,!bob", "alice carol dave root")]
    [InlineData("!bob,ALL", "alice bob carol dave root")]
    [InlineData("ALL,!%wheel,alice", "alice carol dave root")]
    [InlineData("%wheel,!bob", "alice")]
    [InlineData("!bob,%wheel", "%wheel")]
    [InlineData("%wheel,!carol", "%wheel")]
    [InlineData("%ops,!dave", "alice carol")]
    [InlineData("!alice", "")]
    [InlineData("alice,!alice", "")]
    [InlineData("!ALL", "")]
    public void Last_match_decides_and_groups_stay_whole_where_they_can(string users, string expected)
    {
        Assert.Equal(expected, Find(users));
        _warnings.None();
    }

    [Theory]
    [InlineData("ADMINS", "User_Alias ADMINS=alice,%ops", "alice %ops")]
    [InlineData("ADMINS,!JUNIORS", "User_Alias ADMINS=alice,bob : JUNIORS=bob", "alice")]
    [InlineData("!NOT", "User_Alias NOT=!alice", "alice")]
    public void Aliases(string users, string aliases, string expected)
    {
        Assert.Equal(expected, Find(users, aliases));
        _warnings.None();
    }

    [Theory]
    [InlineData("zoe", "user \"zoe\" does not exist")]
    [InlineData("NOBODY", "nor does an alias")]
    [InlineData("#4711", "user \"#4711\"")]
    [InlineData("#x", "user \"#x\"")]
    [InlineData("%none", "group \"%none\" does not exist")]
    [InlineData("%#99", "group \"%#99\"")]
    [InlineData("+staff", "netgroup")]
    [InlineData("%:ad", "not a Unix group")]
    public void Unknown_names_become_warnings_and_the_others_keep_the_rule(string name, string reason)
    {
        Assert.Equal("alice", Find($"{(name == "#x" ? "\"#x\"" : name)},alice"));
        _warnings.Single("/etc/sudoers:2", reason, "missing in the result");
    }

    [Fact]
    public void All_names_of_a_uid_have_the_rule()
    {
        using var root = new TempRoot();
        root.File("/etc/passwd", "root:*:0:0::/:/bin/sh\ntoor:*:0:0::/:/bin/sh\n");
        var accounts = AccountTable.Read(root.Files(_warnings), new(2026, 1, 1));
        var (users, _) = new SudoHolders(accounts, Make.Groups(accounts), new(_warnings), _warnings).Find([new("#0", false)], "x");
        Assert.Equal(["root", "toor"], users);
    }
}
