using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Accounts;
using BatonUnix.Files;

namespace Baton.Samples.Unix.Tests.Files;

public sealed class SshdConfigTests : IDisposable
{
    readonly TempRoot _root = new();
    readonly CollectedWarnings _warnings = new();

    public void Dispose() => _root.Dispose();

    string Places(string? config = null)
    {
        if (config is not null)
            _root.File("/etc/ssh/sshd_config", config);
        return string.Join(' ', SshdConfig.KeyFiles(_root.Files(_warnings)));
    }

    [Theory]
    [InlineData(null, ".ssh/authorized_keys .ssh/authorized_keys2")]
    [InlineData("Port 22\n# AuthorizedKeysFile x\n", ".ssh/authorized_keys .ssh/authorized_keys2")]
    [InlineData("AuthorizedKeysFile .ssh/authorized_keys /etc/ssh/keys/%u # both", ".ssh/authorized_keys /etc/ssh/keys/%u")]
    [InlineData("  authorizedkeysfile=\"/keys/%u\"\r\nAuthorizedKeysFile later", "/keys/%u")]
    [InlineData("AuthorizedKeysFile none", "")]
    [InlineData("AuthorizedKeysCommand none\nMatch all\nAuthorizedKeysFile a", "a")]
    public void The_first_setting_counts(string? config, string places)
    {
        Assert.Equal(places, Places(config));
        _warnings.None();
    }

    [Fact]
    public void Included_files_come_in_their_place()
    {
        _root.File("/etc/ssh/sshd_config.d/20-b.conf", "AuthorizedKeysFile second").File("/etc/ssh/sshd_config.d/10-a.conf", "AuthorizedKeysFile first")
            .File("/etc/ssh/sshd_config.d/00.bak", "AuthorizedKeysFile no");
        Assert.Equal("first", Places("Include /etc/ssh/sshd_config.d/*.conf\nAuthorizedKeysFile own"));
        Assert.Equal("second", Places("Include sshd_config.d/20-b.conf none.conf"));
        _warnings.None();
    }

    [Fact]
    public void A_file_that_includes_itself_ends() => Assert.Equal("a", Places("Include sshd_config\nAuthorizedKeysFile a"));

    [Fact]
    public void What_depends_on_conditions_or_programs_is_a_warning()
    {
        Assert.Equal("a", Places("AuthorizedKeysFile a\nAuthorizedKeysCommand /bin/keys\nMatch User bob\nAuthorizedKeysFile /bob\n"));
        Assert.Equal(2, _warnings.Messages.Count);
        _warnings.Has($"{_root.Path}/etc/ssh/sshd_config:2:", "program");
        _warnings.Has($"{_root.Path}/etc/ssh/sshd_config:4:", "condition");
    }

    [Fact]
    public void Keys_are_found_where_it_says()
    {
        _root.File("/etc/ssh/sshd_config", "AuthorizedKeysFile /keys/%u-%U %h/k %%x")
            .File("/keys/alice-1000", SampleKeys.Ed25519).File("/home/alice/k", SampleKeys.Rsa2048).File("/home/alice/%x", SampleKeys.Ecdsa256);
        var finder = new KeyFinder(_root.Files(_warnings), TimeZoneInfo.Utc);
        Account Alice(string home) => new("alice", 1000, 1000, "", home, "", false, true, null, null);
        Assert.Equal(["/keys/alice-1000", "/home/alice/k", "/home/alice/%x"], finder.KeysOf(Alice("/home/alice")).Select(k => k.File));
        Assert.Equal(["/keys/alice-1000"], finder.KeysOf(Alice("")).Select(k => k.File));
        _warnings.None();
    }
}
