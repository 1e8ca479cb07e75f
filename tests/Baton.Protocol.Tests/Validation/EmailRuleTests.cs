using Baton.Protocol.Connector.V2;
using Baton.Protocol.Validation;

namespace Baton.Protocol.Tests.Validation;

public sealed class EmailRuleTests
{
    static readonly string Label63 = new('x', 63);

    public static TheoryData<string> Addresses => new(
        "alice@example.com",
        "alice.b+tag@example.co.uk",
        "o'hara@example.com",
        "!#$%&'*+-/=?^_`{|}~@example.com",
        "älice@example.com",
        "用户@example.com",
        "a@localhost",
        "a@1.2.3.4",
        "a@x-y.example",
        "a@XN--EXAMPLE.COM",
        " alice@example.com\t",
        "\"alice b\"@example.com",
        "\"a\\\"b\"@example.com",
        "<alice@example.com>",
        "Alice <alice@example.com>",
        "Dr. Alice B. <alice@example.com>",
        "\"B, Alice <x>\" <alice@example.com>",
        new string('a', 64) + "@example.com",
        $"a@{Label63}.{Label63}.{Label63}.{new string('x', 60)}");

    public static TheoryData<string> Others => new(
        "",
        " ",
        "alice",
        "alice@",
        "@example.com",
        "alice@@example.com",
        "alice@example@com",
        ".alice@example.com",
        "alice.@example.com",
        "a..b@example.com",
        "al ice@example.com",
        "alice @example.com",
        "alice@exa mple.com",
        "alice@example.com.",
        "alice@.example.com",
        "alice@example..com",
        "alice@-example.com",
        "alice@example-.com",
        "alice@exam_ple.com",
        "alice@exämple.com",
        "alice@[127.0.0.1]",
        "alice@example.com, bob@example.com",
        "alice\n@example.com",
        "\"\"@example.com",
        "\"a\"b\"@example.com",
        "\"a\\\"@example.com",
        "\"a@b\"@example.com",
        "alice@example.com>",
        "bob@x.org <alice@example.com>",
        "Alice alice@example.com",
        "Alice <>",
        new string('a', 65) + "@example.com",
        new string('é', 33) + "@example.com",
        $"a@{Label63}x.com",
        $"a@{Label63}.{Label63}.{Label63}.{new string('x', 61)}");

    [Theory]
    [MemberData(nameof(Addresses))]
    public void An_address_is_accepted(string text) => Assert.Empty(WireRules.Validate(new UserTrait.Types.Email { Address = text }));

    [Theory]
    [MemberData(nameof(Others))]
    public void Anything_else_is_refused(string text) =>
        Assert.Equal("string.email=true", Assert.Single(WireRules.Validate(new UserTrait.Types.Email { Address = text })).Rule);

    [Fact]
    public void Random_local_parts_and_hosts_make_addresses()
    {
        const string local = "abcXYZ019!#$%&'*+-/=?^_`{|}~é語";
        const string host = "abcXYZ019";
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            string Of(string characters, int max) => new(random.GetItems<char>(characters, random.Next(1, max + 1)));
            var address = $"{Of(local, 9)}.{Of(local, 9)}@{Of(host, 63)}.{Of(host, 9)}-{Of(host, 9)}.{Of(host, 5)}";
            Assert.True(WireRules.Validate(new UserTrait.Types.Email { Address = address }).Count == 0, $"seed {seed}: {address}");
        }
    }

    [Fact]
    public void Random_texts_are_judged_without_an_error()
    {
        const string characters = "ab.@<>\"\\ \t()[],;:-é";
        for (var seed = 0; seed < 5000; seed++)
        {
            var random = new Random(seed);
            WireRules.Validate(new UserTrait.Types.Email { Address = new(random.GetItems<char>(characters, random.Next(12))) });
        }
    }
}
