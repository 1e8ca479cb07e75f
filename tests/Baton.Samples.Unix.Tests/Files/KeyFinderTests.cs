using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Files;

namespace Baton.Samples.Unix.Tests.Files;

public sealed class KeyFinderTests : IDisposable
{
    readonly TempRoot _root = new();
    readonly CollectedWarnings _warnings = new();

    public void Dispose() => _root.Dispose();

    AuthorizedKey[] Keys(string home) =>
        [.. new KeyFinder(_root.Files(_warnings), TimeZoneInfo.Utc).KeysOf(new("alice", 1000, 1000, "", home, "", false, true, null, null))];

    [Fact]
    public void Both_files_are_read_and_a_key_counts_once()
    {
        _root.File("/home/alice/.ssh/authorized_keys", $"{SampleKeys.Ed25519} first\n{SampleKeys.Rsa2048}\n")
            .File("/home/alice/.ssh/authorized_keys2", $"no-pty {SampleKeys.Ed25519} again\n{SampleKeys.Ecdsa256}\n");
        Assert.Equal(
            [
                ("first", "/home/alice/.ssh/authorized_keys", 1), ("", "/home/alice/.ssh/authorized_keys", 2), ("", "/home/alice/.ssh/authorized_keys2", 2),
            ],
            Keys("/home/alice/").Select(k => (k.Comment, k.File, k.Line)));
        _warnings.None();
    }

    [Theory]
    [InlineData("/home/none")]
    [InlineData("")]
    [InlineData("/")]
    public void Nothing_there_is_nothing_missing(string home)
    {
        Assert.Empty(Keys(home));
        _warnings.None();
    }

    [Fact]
    public void A_link_leads_to_the_file_inside_the_root()
    {
        _root.File("/srv/keys/alice", SampleKeys.Ed25519).Link("/home/alice/.ssh/authorized_keys", "/srv/keys/alice");
        Assert.Single(Keys("/home/alice"));
    }

    [Fact]
    public void What_cannot_be_read_is_a_warning()
    {
        Directory.CreateDirectory(_root.Real("/home/alice/.ssh/authorized_keys"));
        Assert.Empty(Keys("/home/alice"));
        _warnings.Single("/home/alice/.ssh/authorized_keys cannot be read", "SSH keys of \"alice\" are missing");
    }

    [Fact]
    public void A_home_directory_that_is_not_utf8_is_a_warning()
    {
        Assert.Empty(Keys("/home/jos\u00e9"));
        _warnings.Single("\"alice\"", "not UTF-8", "SSH keys are missing");
        _warnings.Messages.Clear();
        _root.File("/home/jos\u00e9/.ssh/authorized_keys", SampleKeys.Ed25519);
        Assert.Single(Keys("/home/jos\u00e9"));
        _warnings.None();
    }
}
