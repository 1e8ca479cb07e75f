using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Files;

namespace Baton.Samples.Unix.Tests.Files;

public class PasswdFileTests
{
    readonly CollectedWarnings _warnings = new();

    IReadOnlyList<PasswdEntry> Parse(string text) => PasswdFile.Parse(Make.Text("/etc/passwd", text), _warnings);

    [Fact]
    public void Reads_all_fields()
    {
        var entry = Assert.Single(Parse("alice:x:1000:100:Alice Ab,Room 1:/home/alice:/bin/bash\n"));
        Assert.Equal(new("alice", PasswordState.InShadow, 1000, 100, "Alice Ab,Room 1", "/home/alice", "/bin/bash"), entry);
        _warnings.None();
    }

    [Fact]
    public void Comments_and_empty_lines_say_nothing()
    {
        Assert.Single(Parse("# accounts\n\n   \n  alice:x:1:1:::\n   # more"));
        _warnings.None();
    }

    [Theory]
    [InlineData(":x:1:1:::", "no name")]
    [InlineData("alice", "1 of at least 4")]
    [InlineData("alice:x:1", "3 of at least 4")]
    [InlineData("alice:x:one:1:::", "not a number")]
    [InlineData("alice:x::1:::", "not a number")]
    [InlineData("alice:x:1:4294967296:::", "not a number")]
    [InlineData("+::::::", "NIS")]
    [InlineData("+@admins::::::", "NIS")]
    [InlineData("-bob::::::", "NIS")]
    public void What_cannot_be_an_account_becomes_a_warning_with_its_line(string line, string reason)
    {
        var entries = Parse($"first:x:1:1:::\n{line}\nlast:x:2:2:::\n");
        Assert.Equal(["first", "last"], entries.Select(e => e.Name));
        _warnings.Single("/etc/passwd:2:", reason);
    }

    [Fact]
    public void Missing_fields_at_the_end_count_as_empty_with_a_warning()
    {
        var entry = Assert.Single(Parse("alice:x:1:2:Alice"));
        Assert.Equal(("Alice", "", ""), (entry.Gecos, entry.Home, entry.Shell));
        _warnings.Single("/etc/passwd:1:", "5 fields instead of 7");
    }

    [Fact]
    public void Of_a_name_the_first_line_counts_and_of_a_uid_all()
    {
        var entries = Parse("root:x:0:0::/root:/bin/sh\ntoor:x:0:0::/root:/bin/csh\nroot:x:5:5::/:/bin/sh\n");
        Assert.Equal([("root", 0u), ("toor", 0u)], entries.Select(e => (e.Name, e.Uid)));
        _warnings.Single("/etc/passwd:3:", "\"root\"");
    }

    [Fact]
    public void Negative_ids_count_from_the_top() => Assert.Equal(4294967294u, Assert.Single(Parse("nobody:*:-2:-2:::")).Uid);

    [Theory]
    [InlineData("x", PasswordState.InShadow)]
    [InlineData("", PasswordState.Empty)]
    [InlineData("*", PasswordState.Locked)]
    [InlineData("!", PasswordState.Locked)]
    [InlineData("!!", PasswordState.Locked)]
    [InlineData("!$6$salt$hash", PasswordState.Locked)]
    [InlineData("$6$salt$hash", PasswordState.Set)]
    public void The_password_field_is_reduced_to_its_meaning(string field, object state) =>
        Assert.Equal((PasswordState)state, Assert.Single(Parse($"a:{field}:1:1:::")).Password);

    [Fact]
    public void Warnings_never_quote_a_line()
    {
        Parse("alice:$6$secret:oops:1:::\nbob:$6$secret\n");
        Assert.Equal(2, _warnings.Messages.Count);
        Assert.All(_warnings.Messages, m => Assert.DoesNotContain("secret", m));
    }
}
