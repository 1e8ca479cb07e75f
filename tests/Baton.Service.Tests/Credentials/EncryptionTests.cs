using System.Text;
using System.Text.Json;
using Baton.Credentials;
using Baton.Protocol.Connector.V2;
using Baton.Testing;
using Google.Protobuf;

namespace Baton.Service.Tests.Credentials;

public sealed class EncryptionTests
{
    static readonly JsonElement Cases = Vector.Load("encryption.json");
    static readonly JsonElement Configs = Vector.Load("encryption-configs.json");

    static readonly string[] LongAndShort = ["", "x", new('y', 65535), new('z', 65536), new('ä', 70_000), "correct horse battery staple"];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Cases.GetArrayLength()).Where(i => !IsPostQuantum(Cases[i]))];

    public static TheoryData<string> ConfigNames => Vector.Names(Configs);

    [Theory]
    [MemberData(nameof(All))]
    public void What_others_encrypted_opens(int index)
    {
        var vector = Cases[index];
        Assert.Equal(vector.Text("plaintext"), Encoding.UTF8.GetString(Reader(vector).Open(vector.GetProperty("data").Message<EncryptedData>())));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_encrypted_opens_and_is_described_as_by_others(int index)
    {
        var vector = Cases[index];
        var expected = vector.GetProperty("data").Message<EncryptedData>();
        var secret = new PlaintextData { Name = expected.Name, Description = expected.Description, Schema = expected.Schema };
        foreach (var text in LongAndShort.Append(vector.Text("plaintext")))
        {
            secret.Bytes = ByteString.CopyFromUtf8(text);
            var data = Assert.Single(new CredentialEncryptor().Encrypt([secret], [ConfigOf(vector)]));
            Assert.Equal(text, Encoding.UTF8.GetString(Reader(vector).Open(data)));
            data.EncryptedBytes = expected.EncryptedBytes;
            Assert.Equal(expected, data);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_flipped_bit_is_noticed(int index)
    {
        var vector = Cases[index];
        var config = ConfigOf(vector);
        var sealedSecret = new CredentialEncryptor().Encrypt([new() { Bytes = ByteString.CopyFromUtf8("secret") }], [config])[0];
        var isAge = config.AgeRecipientConfig is not null;
        var inner = isAge ? sealedSecret.EncryptedBytes.ToByteArray() : Convert.FromBase64String(sealedSecret.EncryptedBytes.ToStringUtf8());
        inner[^3] ^= 4;
        sealedSecret.EncryptedBytes = isAge ? ByteString.CopyFrom(inner) : ByteString.CopyFromUtf8(Convert.ToBase64String(inner));
        Assert.Throws<FormatException>(() => Reader(vector).Open(sealedSecret));
    }

    [Fact]
    public void Each_secret_is_encrypted_for_each_recipient_in_order()
    {
        SecretReader[] readers = [SecretReader.Create(), SecretReader.Create()];
        PlaintextData[] secrets = [new() { Name = "a", Bytes = ByteString.CopyFromUtf8("1") }, new() { Name = "b", Bytes = ByteString.CopyFromUtf8("2") }];
        var all = new CredentialEncryptor().Encrypt(secrets, [.. readers.Select(r => r.Config)]);
        Assert.Equal(["a", "a", "b", "b"], all.Select(d => d.Name));
        Assert.Equal("1", Encoding.UTF8.GetString(readers[1].Open(all[1])));
        Assert.Equal("2", Encoding.UTF8.GetString(readers[0].Open(all[2])));
        Assert.Throws<FormatException>(() => readers[0].Open(all[1]));
    }

    [Fact]
    public void Nobody_to_read_is_nothing_to_encrypt() =>
        Assert.Empty(new CredentialEncryptor().Encrypt([new() { Name = "a" }], []));

    [Theory]
    [MemberData(nameof(ConfigNames))]
    public void A_recipient_is_checked_before_anything_is_made(string name)
    {
        var vector = Vector.Case(Configs, name);
        var config = vector.GetProperty("config").ValueKind == JsonValueKind.Null ? new() : vector.GetProperty("config").Message<EncryptionConfig>();
        var encryptor = new CredentialEncryptor();
        if (vector.GetProperty("valid").GetBoolean())
        {
            encryptor.Check([config]);
            Assert.Single(encryptor.Encrypt([new() { Bytes = ByteString.CopyFromUtf8("x") }], [config]));
            return;
        }
        var failure = Assert.Throws<ConnectorException>(() => encryptor.Check([SecretReader.Create().Config, config]));
        Assert.Equal(ErrorCode.InvalidArgument, failure.Code);
        Assert.StartsWith("invalid encryption config 1: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recipient_with_a_post_quantum_key_is_refused_by_name()
    {
        var config = new EncryptionConfig { AgeRecipientConfig = new() { Recipient = Cases.EnumerateArray().First(IsPostQuantum).Text("recipient") } };
        Assert.Contains("age1pq1", Assert.Throws<ConnectorException>(() => new CredentialEncryptor().Check([config])).Message, StringComparison.Ordinal);
    }

    static bool IsPostQuantum(JsonElement vector) => vector.Text("recipient").StartsWith("age1pq1", StringComparison.Ordinal);

    static SecretReader Reader(JsonElement vector) => vector.Text("identity") is { Length: > 0 } identity
        ? SecretReader.FromAge(identity)
        : SecretReader.FromJwk(vector.GetProperty("private_jwk").GetRawText());

    static EncryptionConfig ConfigOf(JsonElement vector) => vector.Text("recipient") is { Length: > 0 } recipient
        ? new() { AgeRecipientConfig = new() { Recipient = recipient } }
        : new()
        {
            Provider = vector.Text("provider"),
            JwkPublicKeyConfig = new() { PubKey = ByteString.CopyFromUtf8(vector.GetProperty("public_jwk").GetRawText()) },
        };
}
