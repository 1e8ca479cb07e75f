namespace Baton.C1Z.Tests;

public sealed class FingerprintTests
{
    [Theory]
    [InlineData("", "cbf29ce484222325")] // the published offset
    [InlineData("a", "089be207b544f1e4")]
    [InlineData("/var/lib/baton/sync.c1z", "e005cd46df7c6de0")]
    [InlineData("Zoë", "025f23df5d86180b")]
    public void It_stays_what_it_is(string text, string expected) => Assert.Equal(expected, Fingerprint.Of(text));

    [Fact]
    public void Texts_that_are_nearly_alike_differ()
    {
        var texts = Enumerable.Range(0, 50_000).Select(static i => $"/var/lib/baton/{i % 7}/sync-{i}.c1z");
        Assert.Equal(50_000, texts.Select(static t => Fingerprint.Of(t)).Distinct().Count());
    }
}
