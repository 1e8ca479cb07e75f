using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Provisioning;

namespace Baton.Samples.Unix.Tests.Provisioning;

public sealed class GroupFileEditorTests : IDisposable
{
    const string Group = "# groups\nwheel:x:10:alice\r\nops:x:20:\n+:::\n";
    const string Shadow = "wheel:!::alice\nother:*::\n";

    readonly TempRoot _root = new();

    public GroupFileEditorTests() => _root.File("/etc/group", Group).File("/etc/gshadow", Shadow);

    public void Dispose() => _root.Dispose();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    GroupFileEditor Editor => new(_root.Directories, TimeProvider.System);

    [Fact]
    public async Task Both_files_are_changed_and_back_again()
    {
        Assert.True(await Editor.AddAsync("wheel", "bob", Ct));
        Assert.Equal("# groups\nwheel:x:10:alice,bob\r\nops:x:20:\n+:::\n", _root.Read("/etc/group"));
        Assert.Equal("wheel:!::alice,bob\nother:*::\n", _root.Read("/etc/gshadow"));
        Assert.False(await Editor.AddAsync("wheel", "bob", Ct));

        Assert.True(await Editor.RemoveAsync("wheel", "bob", Ct));
        Assert.Equal((Group, Shadow), (_root.Read("/etc/group"), _root.Read("/etc/gshadow")));
        Assert.False(await Editor.RemoveAsync("wheel", "bob", Ct));
        Assert.Equal(["group", "gshadow"], _root.Directories.List("/etc")!);
    }

    [Fact]
    public async Task A_group_without_a_line_in_gshadow_and_a_root_without_gshadow_are_fine()
    {
        Assert.True(await Editor.AddAsync("ops", "bob", Ct));
        Assert.Equal(Shadow, _root.Read("/etc/gshadow"));
        File.Delete(_root.Real("/etc/gshadow"));
        Assert.True(await Editor.AddAsync("wheel", "bob", Ct));
        Assert.False(File.Exists(_root.Real("/etc/gshadow")));
    }

    [Fact]
    public async Task Modes_are_kept()
    {
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.GroupRead;
        _root.Mode("/etc/group", Mode).Mode("/etc/gshadow", Secret);
        await Editor.AddAsync("wheel", "bob", Ct);
        Assert.Equal(Mode, File.GetUnixFileMode(_root.Real("/etc/group")));
        Assert.Equal(Secret, File.GetUnixFileMode(_root.Real("/etc/gshadow")));
    }

    [Fact]
    public async Task The_old_content_stays_for_who_has_it_open()
    {
        using var reader = new StreamReader(_root.Real("/etc/group"));
        await Editor.AddAsync("wheel", "bob", Ct);
        Assert.Equal(Group, await reader.ReadToEndAsync(Ct));
    }

    [Fact]
    public async Task A_link_is_kept_and_its_target_changed()
    {
        File.Move(_root.Real("/etc/group"), _root.Real("/group"));
        _root.Link("/etc/group", "/group");
        Assert.True(await Editor.AddAsync("wheel", "bob", Ct));
        Assert.Equal("/group", new FileInfo(_root.Real("/etc/group")).LinkTarget);
        Assert.Contains("alice,bob", _root.Read("/group"));
    }

    [Fact]
    public async Task Changes_at_the_same_time_all_arrive()
    {
        var names = Enumerable.Range(0, 40).Select(i => $"u{i}").ToArray();
        // As many programs would do it: each with an editor of its own.
        Assert.All(await Task.WhenAll(names.Select(n => Task.Run(() => Editor.AddAsync("ops", n, Ct), Ct))), Assert.True);
        Assert.Equal(names.Order(), _root.Read("/etc/group").Split('\n')[2]["ops:x:20:".Length..].Split(',').Order());
        Assert.All(await Task.WhenAll(names.Select(n => Task.Run(() => Editor.RemoveAsync("ops", n, Ct), Ct))), Assert.True);
        Assert.Equal(Group, _root.Read("/etc/group"));
        Assert.Equal(["group", "gshadow"], _root.Directories.List("/etc")!);
    }

    [Fact]
    public async Task Unknown_groups_and_names_that_cannot_be_written_are_errors()
    {
        Assert.Equal(ErrorCode.NotFound, (await Assert.ThrowsAsync<ConnectorException>(() => Editor.AddAsync("none", "bob", Ct))).Code);
        Assert.Equal(ErrorCode.FailedPrecondition, (await Assert.ThrowsAsync<ConnectorException>(() => Editor.AddAsync("ops", "zo\u00eb", Ct))).Code);
        Assert.Equal(["group", "gshadow"], _root.Directories.List("/etc")!);
        Assert.Equal(Group, _root.Read("/etc/group"));
    }
}
