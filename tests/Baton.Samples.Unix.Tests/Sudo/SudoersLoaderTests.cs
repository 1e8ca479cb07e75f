using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Sudo;

namespace Baton.Samples.Unix.Tests.Sudo;

public sealed class SudoersLoaderTests : IDisposable
{
    readonly TempRoot _root = new();
    readonly CollectedWarnings _warnings = new();

    public void Dispose() => _root.Dispose();

    string[] Load() => [.. new SudoersLoader(_root.Files(_warnings), new("web1.example.com", null)).Load().Rules
        .Select(r => $"{r.File.Path}:{r.Rule.Line} {r.Rule}")];

    [Fact]
    public void Without_sudoers_there_are_no_rules_and_nothing_is_missing()
    {
        Assert.Empty(Load());
        _warnings.None();
    }

    [Fact]
    public void Included_files_are_read_in_their_place()
    {
        _root.File("/etc/sudoers", "a ALL=ALL\n@include sudoers.local\nb ALL=ALL\n#includedir /etc/sudoers.d\n@include /etc/host-%h\n")
            .File("/etc/sudoers.local", "c ALL=ALL\n@include sub/deeper")
            .File("/etc/sub/deeper", "d ALL=ALL\n@include next\n")
            .File("/etc/sub/next", "e ALL=ALL")
            .File("/etc/sudoers.d/20-x", "g ALL=ALL")
            .File("/etc/sudoers.d/10-y", "f ALL=ALL")
            .File("/etc/sudoers.d/README.txt", "no ALL=ALL")
            .File("/etc/sudoers.d/old~", "no ALL=ALL")
            .File("/etc/sudoers.d/.hidden", "no ALL=ALL")
            .File("/etc/sudoers.d/dir/file", "no ALL=ALL")
            .File("/etc/host-web1", "h ALL=ALL");
        Assert.Equal(
            [
                "/etc/sudoers:1 a ALL=ALL", "/etc/sudoers.local:1 c ALL=ALL", "/etc/sub/deeper:1 d ALL=ALL", "/etc/sub/next:1 e ALL=ALL",
                "/etc/sudoers:3 b ALL=ALL", "/etc/sudoers.d/10-y:1 f ALL=ALL", "/etc/sudoers.d/20-x:1 g ALL=ALL", "/etc/host-web1:1 h ALL=ALL",
            ],
            Load());
        _warnings.None();
    }

    [Fact]
    public void Includes_stay_inside_the_root()
    {
        using var outside = new TempRoot();
        outside.File("/rules", "evil ALL=ALL");
        _root.File("/etc/sudoers", $"@include {outside.Real("/rules")}\n@include linked\nlast ALL=ALL").Link("/etc/linked", outside.Real("/rules"));
        Assert.Equal(["/etc/sudoers:3 last ALL=ALL"], Load());
        Assert.Equal(2, _warnings.Messages.Count);
    }

    [Fact]
    public void A_missing_file_is_a_warning_a_missing_directory_is_not()
    {
        _root.File("/etc/sudoers", "@includedir /etc/none.d\n@include /etc/none\na ALL=ALL");
        Assert.Equal(["/etc/sudoers:3 a ALL=ALL"], Load());
        _warnings.Single($"{_root.Path}/etc/sudoers:2:", $"{_root.Path}/etc/none does not exist");
    }

    [Fact]
    public void Files_that_include_each_other_are_read_once()
    {
        _root.File("/etc/sudoers", "a ALL=ALL\n@include b\n@include c\n").File("/etc/b", "b ALL=ALL\n@include c\n").File("/etc/c", "c ALL=ALL\n@include b\n");
        Assert.Equal(["/etc/sudoers:1 a ALL=ALL", "/etc/b:1 b ALL=ALL", "/etc/c:1 c ALL=ALL"], Load());
        _warnings.Single("/etc/c:2:", "includes itself");
    }

    [Fact]
    public void Depth_is_limited()
    {
        _root.File("/etc/sudoers", "@include f0");
        for (var i = 0; i < 200; i++)
            _root.File($"/etc/f{i}", $"u{i} ALL=ALL\n@include f{i + 1}");
        Assert.Equal(127, Load().Length);
        _warnings.Single("more than 128 deep");
    }

    [Fact]
    public void A_file_that_is_none_is_a_warning()
    {
        _root.File("/etc/sudoers", "@include loop\na ALL=ALL\n").Link("/etc/loop", "loop");
        Assert.Equal(["/etc/sudoers:2 a ALL=ALL"], Load());
        _warnings.Single("/etc/loop cannot be read (too many symbolic links)");
    }

    [Fact]
    public void A_mistake_names_the_included_file_and_its_line()
    {
        _root.File("/etc/sudoers", "@includedir /etc/sudoers.d").File("/etc/sudoers.d/web", "# web\r\nok ALL=ALL\r\nbad ALL ALL\r\nfine ALL=ALL\r\n");
        Assert.Equal(["/etc/sudoers.d/web:2 ok ALL=ALL", "/etc/sudoers.d/web:4 fine ALL=ALL"], Load());
        _warnings.Single($"{_root.Path}/etc/sudoers.d/web:3:");
    }
}
