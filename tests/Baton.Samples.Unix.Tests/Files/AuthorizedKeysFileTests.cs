using Baton.Samples.Unix.Tests.Support;
using BatonUnix.Files;

namespace Baton.Samples.Unix.Tests.Files;

public class AuthorizedKeysFileTests
{
    readonly CollectedWarnings _warnings = new();

    AuthorizedKey[] Parse(string text) =>
        [.. new AuthorizedKeysFile(TimeZoneInfo.Utc, _warnings).Parse("alice", Make.Text("/home/alice/.ssh/authorized_keys", text))];

    [Theory]
    [InlineData(SampleKeys.Ed25519, SampleKeys.Ed25519Fingerprint, 256)]
    [InlineData(SampleKeys.Rsa2048, SampleKeys.Rsa2048Fingerprint, 2048)]
    [InlineData(SampleKeys.Rsa3072, SampleKeys.Rsa3072Fingerprint, 3072)]
    [InlineData(SampleKeys.Ecdsa256, SampleKeys.Ecdsa256Fingerprint, 256)]
    [InlineData(SampleKeys.Ecdsa384, SampleKeys.Ecdsa384Fingerprint, 384)]
    [InlineData(SampleKeys.Ecdsa521, SampleKeys.Ecdsa521Fingerprint, 521)]
    public void Fingerprint_and_strength_are_those_of_ssh_keygen(string key, string fingerprint, int bits)
    {
        var parsed = Assert.Single(Parse(key));
        Assert.Equal((fingerprint, bits, key.Split(' ')[0], ""), (parsed.Fingerprint, parsed.Bits, parsed.Type, parsed.Comment));
        Assert.Equal($"alice/{fingerprint}", parsed.Id);
        _warnings.None();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("no-pty ", "no-pty")]
    [InlineData("from=\"10.0.0.0/8,!10.1.2.3\",no-pty ", "from=\"10.0.0.0/8,!10.1.2.3\"|no-pty")]
    [InlineData("command=\"echo \\\"a, b\\\" # c\",restrict\t", "command=\"echo \\\"a, b\\\" # c\"|restrict")]
    [InlineData("environment=\"TOKEN=hunter2\" ", "environment=\"TOKEN=…\"")]
    [InlineData("  cert-authority,principals=\"a,b\"   ", "cert-authority|principals=\"a,b\"")]
    public void Options_are_kept_as_written(string options, string expected)
    {
        var key = Assert.Single(Parse($"{options}{SampleKeys.Ed25519} alice at  home\n"));
        Assert.Equal(expected, string.Join('|', key.Options));
        Assert.Equal(("alice at  home", SampleKeys.Ed25519Fingerprint), (key.Comment, key.Fingerprint));
        _warnings.None();
    }

    [Theory]
    [InlineData("hello world")]
    [InlineData("ssh-ed25519")]
    [InlineData("ssh-ed25519 AAAA")]
    [InlineData("ssh-ed25519 not*base64")]
    [InlineData("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAILxLy1DeXwFkCs3QcXPbKVh2tckjddbQNCl89+mkLQE3")]
    [InlineData("command=\"unclosed ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILxLy1DeXwFkCs3QcXPbKVh2tckjddbQNCl89+mkLQE3")]
    [InlineData("1024 65537 1234567890 old@ssh1")]
    public void A_line_that_is_no_key_becomes_a_warning_without_its_content(string line)
    {
        var keys = Parse($"# mine\n\n{SampleKeys.Ed25519}\n{line}\n{SampleKeys.Rsa2048}\n");
        Assert.Equal([3, 5], keys.Select(k => k.Line));
        _warnings.Single("/home/alice/.ssh/authorized_keys:4:");
        Assert.DoesNotContain(line.Split(' ')[0], _warnings.Messages[0]);
    }

    [Theory]
    [InlineData("expiry-time=\"20270131\"", "2027-01-31T00:00:00Z")]
    [InlineData("expiry-time=\"202701311530\"", "2027-01-31T15:30:00Z")]
    [InlineData("EXPIRY-TIME=\"20270131153059Z\"", "2027-01-31T15:30:59Z")]
    [InlineData("expiry-time=\"20280101\",no-pty,expiry-time=\"20270101\"", "2027-01-01T00:00:00Z")]
    [InlineData("expiry-time=\"soon\"", null)]
    [InlineData("no-pty", null)]
    public void The_earliest_expiry_counts(string options, string? expected)
    {
        var expires = Assert.Single(Parse($"{options} {SampleKeys.Ed25519}")).Expires;
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), expires);
    }

    [Fact]
    public void Expiry_without_Z_is_local_time_of_the_host()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("five", TimeSpan.FromHours(5), "five", "five");
        Assert.Equal(new(2027, 1, 30, 19, 0, 0, TimeSpan.Zero), SshTime.Parse("expiry-time=\"20270131\"", zone)!.Value.ToUniversalTime());
        Assert.Equal(new(2027, 1, 31, 0, 0, 0, TimeSpan.Zero), SshTime.Parse("expiry-time=\"20270131Z\"", zone)!.Value.ToUniversalTime());
    }

    [Fact]
    public void Any_bytes_give_keys_or_warnings_one_per_line()
    {
        var random = new Random(4);
        const string Alphabet = "ssh-rA \t\",\\=#C3NzaC1lZDI1NTE5AAAAIL";
        for (var run = 0; run < 3000; run++)
        {
            _warnings.Messages.Clear();
            var line = new string(random.GetItems(Alphabet.ToCharArray(), random.Next(80)));
            var keys = Parse(line + "\n" + SampleKeys.Ed25519);
            Assert.Equal(2, keys[^1].Line);
            var says = line.Trim() is { Length: > 0 } text && text[0] != '#' ? 1 : 0;
            Assert.Equal(1 + says, keys.Length + _warnings.Messages.Count);
        }
    }
}
