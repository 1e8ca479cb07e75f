using System.Text;
using System.Text.Json;
using Baton.Auth;
using Baton.Credentials;
using Baton.Protocol.Connector.V2;

namespace Baton.Service.Tests.Credentials;

public sealed class PasswordTests
{
    static readonly JsonElement Cases = Vector.Load("password.json");
    static readonly JsonElement Options = Vector.Load("credential-options.json");

    public static TheoryData<string> Names => Vector.Names(Cases);

    public static TheoryData<string> Encrypted =>
        [.. Options.GetProperty("cases").EnumerateArray().Select(c => c.Text("name")).Where(n => n.StartsWith("enc_", StringComparison.Ordinal) && n != "enc_with_configs")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_random_password_fulfils_its_constraints(string name)
    {
        var vector = Vector.Case(Cases, name);
        var options = new CredentialOptions.Types.RandomPassword { Length = vector.GetProperty("length").GetInt32() };
        options.Constraints.AddRange(vector.GetProperty("constraints").EnumerateArray().Select(c => c.Message<PasswordConstraint>()));
        var source = new PasswordSource(null);
        var possible = vector.GetProperty("valid").GetBoolean();
        if (!possible)
        {
            Assert.Equal(ErrorCode.InvalidArgument, Assert.Throws<ConnectorException>(() => source.Random(options)).Code);
            return;
        }
        var password = source.Random(options).EnumerateRunes().ToList();
        Assert.Equal(options.Length, password.Count);
        foreach (var constraint in options.Constraints)
            Assert.True(password.Count(r => constraint.CharSet.EnumerateRunes().Contains(r)) >= constraint.MinCount);
    }

    [Fact]
    public void Without_constraints_every_kind_of_character_occurs_and_every_place_varies()
    {
        var source = new PasswordSource(null);
        var passwords = Enumerable.Range(0, 400).Select(_ => source.Random(new() { Length = 8 })).ToList();
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
        var options = new CredentialOptions.Types.RandomPassword { Length = long.MaxValue, Constraints = { new PasswordConstraint { CharSet = "a", MinCount = uint.MaxValue } } };
        Assert.Equal(ErrorCode.InvalidArgument, Assert.Throws<ConnectorException>(() => new PasswordSource(null).Random(options)).Code);
    }

    [Theory]
    [MemberData(nameof(Encrypted))]
    public void A_password_that_C1_chose_opens_with_the_client_secret(string name)
    {
        var vector = Vector.Case(Options.GetProperty("cases"), name);
        var options = vector.GetProperty("options").Message<CredentialOptions>().EncryptedPassword;
        var source = new PasswordSource(name == "enc_no_secret" ? null : ClientSecret.Parse(Options.Text("client_secret")));
        if (vector.TryGetProperty("local_options", out var local) && local.TryGetProperty("plaintextPassword", out var password))
        {
            Assert.Equal(password.Text("plaintextPassword"), source.Decrypt(options));
            return;
        }
        var failure = Assert.Throws<ConnectorException>(() => source.Decrypt(options));
        Assert.Equal(name == "enc_bad_bytes" ? ErrorCode.Internal : ErrorCode.InvalidArgument, failure.Code);
    }

    [Fact]
    public void A_damaged_password_is_an_error_that_does_not_show_it()
    {
        var vector = Vector.Case(Options.GetProperty("cases"), "enc_ok");
        var options = vector.GetProperty("options").Message<CredentialOptions>().EncryptedPassword;
        var file = Convert.FromBase64String(options.EncryptedPasswords[0].EncryptedBytes.ToStringUtf8());
        file[^1] ^= 1;
        options.EncryptedPasswords[0].EncryptedBytes = Google.Protobuf.ByteString.CopyFrom(Encoding.ASCII.GetBytes(Convert.ToBase64String(file)));
        options.EncryptedPasswords[0].KeyIds.Add(Options.Text("client_secret_kid"));
        var failure = Assert.Throws<ConnectorException>(() => new PasswordSource(ClientSecret.Parse(Options.Text("client_secret"))).Decrypt(options));
        Assert.Equal(ErrorCode.Internal, failure.Code);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    }
}
