using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Accounts;

namespace Baton.Samples.Unix.Tests.Accounts;

public sealed class GroupTableTests : IDisposable
{
    readonly TempRoot _root = new();
    readonly CollectedWarnings _warnings = new();

    public void Dispose() => _root.Dispose();

    GroupTable Read(string passwd, string? group)
    {
        _root.File("/etc/passwd", passwd);
        if (group is not null)
            _root.File("/etc/group", group);
        return GroupTable.Read(_root.Files(_warnings), AccountTable.Read(_root.Files(_warnings), new(2026, 1, 1)));
    }

    static string Members(UnixGroup? group) => string.Join(' ', group!.Members.Select(m => m.Primary ? m.Name + "*" : m.Name));

    [Fact]
    public void Members_are_those_of_the_file_and_those_whose_primary_group_it_is()
    {
        var groups = Read("alice:*:1:100:::\nbob:*:2:100:::\ncarol:*:3:200:::", "users:x:100:alice,carol\nother:x:200:\nsame:x:100:bob\n");
        Assert.Equal("alice* bob* carol", Members(groups.Find("users")));
        Assert.Equal("carol*", Members(groups.Find("other")));
        Assert.Equal("alice* bob*", Members(groups.Find("same")));
        Assert.Equal("users", groups.Find("#100")!.Name);
        Assert.Null(groups.Find("none"));
        Assert.Null(groups.Find("#9"));
        Assert.Null(groups.Find("#x"));
        _warnings.None();
    }

    [Fact]
    public void A_member_without_an_account_is_left_out_with_a_warning()
    {
        Assert.Equal("alice* bob", Members(Read("alice:*:1:100:::\nbob:*:2:1:::", "own:x:1:\nusers:x:100:ghost,bob").Find("users")));
        _warnings.Single($"{_root.Path}/etc/group:2:", "\"ghost\"", "\"users\"", "missing in the result");
    }

    [Fact]
    public void A_gid_that_no_group_has_is_a_warning()
    {
        Read("alice:*:1:4711:::\nbob:*:2:4711:::", "users:x:100:");
        _warnings.Single("4711", "alice, bob", "missing in the result");
    }

    [Theory]
    [InlineData(false, "does not exist")]
    [InlineData(true, "cannot be read")]
    public void Without_the_file_one_warning_says_that_all_is_missing(bool directory, string reason)
    {
        if (directory)
            Directory.CreateDirectory(_root.Real("/etc/group"));
        Assert.Empty(Read("alice:*:1:100:::", null).All);
        _warnings.Single($"{_root.Path}/etc/group {reason}", "all groups");
    }
}
