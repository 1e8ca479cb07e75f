using System.Text;
using System.Text.Json;
using Baton.Auth;
using Baton.Credentials;
using Baton.Protocol.Connector.V2;
using Baton.Testing;

namespace Baton.Service.Tests.Credentials;

public sealed class PasswordTests
{
    static readonly JsonElement Cases = Vector.Load("password.json");
    static readonly JsonElement Options = Vector.Load("credential-options.json");

    public static TheoryData<string> Names => Vector.Names(Cases);

    public static TheoryData<string> OptionNames =>
        [.. Options.GetProperty("cases").EnumerateArray().Where(c => c.TryGetProperty("options", out _)).Select(c => c.Text("name"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_random_password_fulfils_its_constraints(string name)
    {
        var vector = Vector.Case(Cases, name);
        var length = vector.GetProperty("length").GetInt32();
        var constraints = vector.GetProperty("constraints").EnumerateArray().Select(c => c.Message<PasswordConstraint>()).ToList();
        var source = new PasswordSource(null);
        var possible = vector.GetProperty("valid").GetBoolean();
        if (!possible)
        {
            Assert.Equal(ErrorCode.InvalidArgument, Assert.Throws<ConnectorException>(() => source.Random(length, constraints)).Code);
            return;
        }
        var password = source.Random(length, constraints).EnumerateRunes().ToList();
        Assert.Equal(length, password.Count);
        foreach (var constraint in constraints)
            Assert.True(password.Count(r => constraint.CharSet.EnumerateRunes().Contains(r)) >= constraint.MinCount);
    }

    [Fact]
    public void Without_constraints_every_kind_of_character_occurs_and_every_place_varies()
    {
        var source = new PasswordSource(null);
        var passwords = Enumerable.Range(0, 400).Select(_ => source.Random(8, [])).ToList();
        Assert.All(passwords, static p =>
        {
            Assert.Contains(p, char.IsAsciiLetterUpper);
            Assert.Contains(p, char.IsAsciiLetterLower);
            Assert.Contains(p, char.IsAsciiDigit);
            Assert.Contains(p, static c => char.IsPunctuation(c) || char.IsSymbol(c));
        });
        // The chance that a place holds fewer than 30 of the 94 characters in 400 passwords is nil.
        for (var i = 0; i < 8; i++)
            Assert.True(passwords.Select(p => p[i]).Distinct().Count() > 30);
    }

    [Fact]
    public void An_absurd_request_ends_at_once()
    {
        PasswordConstraint[] constraints = [new() { CharSet = "a", MinCount = uint.MaxValue }];
        Assert.Equal(ErrorCode.InvalidArgument, Assert.Throws<ConnectorException>(() => new PasswordSource(null).Random(long.MaxValue, constraints)).Code);
    }

    [Fact]
    public void Without_options_the_choice_is_the_connectors() => Assert.Null(new PasswordSource(null).Resolve(null, []));

    [Theory]
    [MemberData(nameof(OptionNames))]
    public void Options_are_understood_as_by_others(string name)
    {
        var vector = Vector.Case(Options.GetProperty("cases"), name);
        var options = vector.GetProperty("options").Message<CredentialOptions>();
        EncryptionConfig[] configs = name == "enc_with_configs" ? [SecretReader.Create().Config] : [];
        var source = new PasswordSource(name == "enc_no_secret" ? null : ClientSecret.Parse(Options.Text("client_secret")));
        if (vector.Text("error") == "<nil>")
        {
            Assert.Equal(vector.GetProperty("local_options").Message<LocalCredentialOptions>(), source.Resolve(options, configs));
            return;
        }
        var failure = Assert.Throws<ConnectorException>(() => source.Resolve(options, configs));
        Assert.Equal(name == "enc_bad_bytes" ? ErrorCode.Internal : ErrorCode.InvalidArgument, failure.Code);
    }

    [Fact]
    public void A_damaged_password_is_an_error_that_does_not_show_it()
    {
        var vector = Vector.Case(Options.GetProperty("cases"), "enc_ok");
        var damaged = vector.GetProperty("options").Message<CredentialOptions>();
        var options = damaged.EncryptedPassword;
        var file = Convert.FromBase64String(options.EncryptedPasswords[0].EncryptedBytes.ToStringUtf8());
        file[^1] ^= 1;
        options.EncryptedPasswords[0].EncryptedBytes = Google.Protobuf.ByteString.CopyFrom(Encoding.ASCII.GetBytes(Convert.ToBase64String(file)));
        options.EncryptedPasswords[0].KeyIds.Add(Options.Text("client_secret_kid"));
        var failure = Assert.Throws<ConnectorException>(() => new PasswordSource(ClientSecret.Parse(Options.Text("client_secret"))).Resolve(damaged, []));
        Assert.Equal(ErrorCode.Internal, failure.Code);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    }
}
