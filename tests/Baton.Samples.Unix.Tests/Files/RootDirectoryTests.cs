using System.Text;
using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Files;

namespace Baton.Samples.Unix.Tests.Files;

public sealed class RootDirectoryTests : IDisposable
{
    readonly TempRoot _root = new();

    public void Dispose() => _root.Dispose();

    string? Read(string path) => _root.Directories.Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    [Theory]
    [InlineData("/etc/motd")]
    [InlineData("etc/motd")]
    [InlineData("//etc/./motd")]
    [InlineData("/etc/x/../motd")]
    [InlineData("/../../etc/motd")]
    public void Paths_begin_at_the_root(string path) => Assert.Equal("hi", (_root.File("/etc/motd", "hi"), Read(path)).Item2);

    [Theory]
    [InlineData("/data/file")]
    [InlineData("../data/file")]
    [InlineData("../../../../../data/file")]
    [InlineData("/../../data/file")]
    public void Links_are_followed_inside(string target)
    {
        _root.File("/data/file", "inside").Link("/etc/link", target);
        Assert.Equal("inside", Read("/etc/link"));
        Assert.Equal(_root.Real("/data/file"), _root.Directories.Resolve("/etc/link"));
    }

    [Fact]
    public void Directories_may_be_links_too()
    {
        _root.File("/usr/lib/a", "a").Link("/lib", "usr/lib").Link("/home", "/lib");
        Assert.Equal("a", Read("/home/a"));
        Assert.Equal(["a"], _root.Directories.List("/home")!);
    }

    [Fact]
    public void No_link_leads_out()
    {
        using var outside = new TempRoot();
        outside.File("/secret", "outside");
        _root.Link("/etc/a", outside.Real("/secret")).Link("/etc/b", $"../../../../..{outside.Path}/secret").Link("/etc/c", outside.Path);
        Assert.Null(Read("/etc/a"));
        Assert.Null(Read("/etc/b"));
        Assert.Null(Read("/etc/c/secret"));
        Assert.Null(_root.Directories.List("/etc/c"));
    }

    [Fact]
    public void Loops_are_errors()
    {
        _root.Link("/etc/a", "b").Link("/etc/b", "a");
        Assert.Contains("symbolic links", Assert.Throws<IOException>(() => Read("/etc/a")).Message);
    }

    [Fact]
    public void Whatever_links_there_are_the_real_path_is_inside()
    {
        var random = new Random(11);
        string[] parts = ["a", "b", "c", "..", ".", "", "a", "b"];
        for (var run = 0; run < 200; run++)
        {
            using var root = new TempRoot();
            Directory.CreateDirectory(root.Real("/a/b/c"));
            for (var link = 0; link < 6; link++)
            {
                var at = "/" + string.Join('/', random.GetItems(["a", "b", "c", "d"], random.Next(1, 3)));
                var target = (random.Next(2) == 0 ? "/" : "") + string.Join('/', random.GetItems(parts, random.Next(1, 6)));
                var real = root.Real(at);
                if (target.Length > 0 && !Path.Exists(real) && Directory.Exists(Path.GetDirectoryName(real)))
                    File.CreateSymbolicLink(real, target);
            }
            try
            {
                var resolved = root.Directories.Resolve("/" + string.Join('/', random.GetItems(parts, 5)));
                Assert.True(resolved == root.Path || resolved.StartsWith(root.Path + "/", StringComparison.Ordinal), resolved);
                Assert.DoesNotContain("/..", resolved);
                // No part of it is a link any more, so the kernel goes where we say.
                for (var path = resolved; path.Length > root.Path.Length; path = Path.GetDirectoryName(path)!)
                    Assert.Null(new FileInfo(path).LinkTarget);
            }
            catch (IOException loop)
            {
                Assert.Contains("symbolic links", loop.Message);
            }
        }
    }

    [Fact]
    public void What_is_not_there_is_null_and_a_directory_is_an_error()
    {
        _root.File("/etc/file", "x");
        Assert.Null(Read("/etc/none"));
        Assert.Null(Read("/none/none"));
        Assert.Null(_root.Directories.List("/none"));
        Assert.Contains("directory", Assert.Throws<IOException>(() => Read("/etc")).Message);
    }

    [Fact]
    public void Devices_and_empty_files_have_no_content()
    {
        Assert.Equal([], new RootDirectory("/").Read("/dev/zero")!);
        Assert.Equal("", (_root.File("/etc/empty", ""), Read("/etc/empty")).Item2);
    }

    [Fact]
    public void Files_beyond_the_limit_are_errors()
    {
        _root.File("/etc/big", "");
        using (var file = File.OpenWrite(_root.Real("/etc/big")))
            file.SetLength((16 << 20) + 1);
        Assert.Contains("16 MiB", Assert.Throws<IOException>(() => Read("/etc/big")).Message);
    }

    [Fact]
    public void Knows_the_machine_and_shows_paths_as_people_write_them()
    {
        Assert.True(new RootDirectory("/").IsMachine);
        Assert.True(new RootDirectory("//").IsMachine);
        Assert.Equal("/etc/x", new RootDirectory("/").Show("/etc/x"));
        var other = new RootDirectory(_root.Path + "/");
        Assert.False(other.IsMachine);
        Assert.Equal(_root.Real("/etc/x"), other.Show("etc/x"));
        Assert.Equal(_root.Path, other.Resolve("/"));
    }
}
