using Baton.Protocol.Connector.V2;
using Baton.Protocol.Validation;

namespace Baton.Protocol.Tests.Validation;

public sealed class UriRuleTests
{
    static bool IsUri(string text) => WireRules.Validate(new ExternalLink { Url = text }).All(violation => violation.Rule != "string.uri=true");

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("https://")]
    [InlineData("https://example.com:8443/path/to%20it?q=100%#part")]
    [InlineData("https://user:pass%20word@example.com/")]
    [InlineData("https://exämple.com/straße and more")]
    [InlineData("https://[2001:db8::1]:443/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://example.com:/")]
    [InlineData("https://ex%C3%A4mple.com/")]
    [InlineData("mailto:alice@example.com")]
    [InlineData("urn:x:%zz")]
    [InlineData("x+y.z-1:/path")]
    public void An_absolute_uri_is_accepted(string text) => Assert.True(IsUri(text));

    [Theory]
    [InlineData("example.com")]
    [InlineData("/path")]
    [InlineData("//example.com/")]
    [InlineData("://example.com")]
    [InlineData("1https://example.com")]
    [InlineData("ht tps://example.com")]
    [InlineData("https://exa mple.com/")]
    [InlineData("https://example.com/%")]
    [InlineData("https://example.com/%2")]
    [InlineData("https://example.com/%zz")]
    [InlineData("https://example.com/#%zz")]
    [InlineData("https://ex%41mple.com/")]
    [InlineData("https://example.com:port/")]
    [InlineData("https://[2001:db8::1/")]
    [InlineData("https://[::1]x/")]
    [InlineData("https://us er@example.com/")]
    [InlineData("https://user%zz@example.com/")]
    [InlineData("https://example.com/\n")]
    [InlineData("https://example.com/\u007f")]
    [InlineData("x:/%zz")]
    public void Anything_else_is_refused(string text) => Assert.False(IsUri(text));

    [Fact]
    public void Random_texts_are_judged_without_an_error()
    {
        const string characters = "ab1:/?#[]@%2f <é";
        for (var seed = 0; seed < 5000; seed++)
        {
            var random = new Random(seed);
            IsUri("https://" + new string(random.GetItems<char>(characters, random.Next(12))));
        }
    }
}
