using System.Text.Json.Nodes;
using Baton.Protocol.Connector.V2;
using Baton.Protocol.Reader.V2;
using Baton.Tests.Shared;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Protocol.Tests;

public sealed class ProtoJsonTests
{
    [Fact]
    public void Fields_come_by_number_in_camel_case_without_defaults()
    {
        var grant = new Grant
        {
            Id = "g",
            Sources = new() { Sources = { ["z"] = new() { IsDirect = true }, ["a"] = new() } },
            Annotations = { new GrantImmutable { SourceId = "s" }.ToAny() },
        };
        Assert.Equal(
            """{"id":"g","annotations":[{"@type":"type.googleapis.com/c1.connector.v2.GrantImmutable","sourceId":"s"}],"sources":{"sources":{"a":{},"z":{"isDirect":true}}}}""",
            ProtoJson.Format(grant));
    }

    [Fact]
    public void An_any_is_indented_with_its_type_first()
    {
        var capabilities = new ConnectorCapabilities
        {
            ResourceTypeCapabilities =
            {
                new ResourceTypeCapability
                {
                    ResourceType = new() { Id = "user", DisplayName = "Users & <others>", Traits = { ResourceType.Types.Trait.User } },
                    Capabilities = { Capability.Sync },
                    Permissions = new(),
                },
            },
            ConnectorCapabilities_ = { Capability.Provision, Capability.Sync },
        };
        Assert.Equal(
            """
            {
              "@type": "type.googleapis.com/c1.connector.v2.ConnectorCapabilities",
              "resourceTypeCapabilities": [
                {
                  "resourceType": {
                    "id": "user",
                    "displayName": "Users & <others>",
                    "traits": [
                      "TRAIT_USER"
                    ]
                  },
                  "capabilities": [
                    "CAPABILITY_SYNC"
                  ],
                  "permissions": {}
                }
              ],
              "connectorCapabilities": [
                "CAPABILITY_PROVISION",
                "CAPABILITY_SYNC"
              ]
            }
            """.ReplaceLineEndings("\n"),
            ProtoJson.FormatIndented(capabilities.ToAny()));
    }

    [Fact]
    public void Long_numbers_are_texts_and_times_are_rfc_3339()
    {
        var run = new SyncRun
        {
            StartedAt = new Timestamp { Seconds = 1_700_000_000, Nanos = 5_000_000 },
            Stats = new() { Grants = 9_007_199_254_740_993, GrantsByResourceType = { ["user"] = 0 } },
        };
        Assert.Equal(
            """{"startedAt":"2023-11-14T22:13:20.005Z","stats":{"grants":"9007199254740993","grantsByResourceType":{"user":"0"}}}""",
            ProtoJson.Format(run));
    }

    [Fact]
    public void Text_is_escaped_only_where_json_asks_for_it() =>
        Assert.Equal("""{"id":"\"é語😀</a>\\\n\u0001"}""", ProtoJson.Format(new Grant { Id = "\"é語😀</a>\\\n\u0001" }));

    [Fact]
    public void A_wrapped_value_tells_false_from_unknown()
    {
        Assert.Equal("{}", ProtoJson.Format(new ManagedDeviceTrait()));
        Assert.Equal("""{"isEncrypted":false}""", ProtoJson.Format(new ManagedDeviceTrait { IsEncrypted = false }));
    }

    [Fact]
    public void An_unknown_type_in_an_any_is_an_error() =>
        Assert.Throws<InvalidOperationException>(() => ProtoJson.Format(new Any { TypeUrl = TypeUrls.Prefix + "c1.unknown.Message" }));

    [Fact]
    public void Profiles_hold_any_value_under_any_key()
    {
        var profile = new Struct
        {
            Fields =
            {
                ["z"] = Value.ForNumber(1.5),
                [""] = Value.ForNull(),
                ["list"] = Value.ForList(Value.ForBool(true), Value.ForStruct(new())),
                ["nan"] = Value.ForNumber(double.NaN),
                ["\""] = Value.ForString("x"),
            },
        };
        Assert.Equal(
            """{"profile":{"":null,"\"":"x","list":[true,{}],"nan":"NaN","z":1.5}}""",
            ProtoJson.Format(new RoleTrait { Profile = profile }));
    }

    [Fact]
    public void Numbers_bytes_and_enums_have_the_forms_of_the_specification()
    {
        Assert.Equal("""{"data":"+/8="}""", ProtoJson.Format(new AssetServiceGetAssetResponse.Types.Data { Data_ = ByteString.CopyFrom(0xFB, 0xFF) }));
        Assert.Equal("""{"quantity":0.1}""", ProtoJson.Format(new Connector.V2.LineItem { Quantity = 0.1 }));
        Assert.Equal("""{"quantity":"-Infinity"}""", ProtoJson.Format(new Connector.V2.LineItem { Quantity = double.NegativeInfinity }));
        Assert.Equal("""{"value":0.1,"defaultValue":0}""", ProtoJson.Format(new TicketCustomFieldNumberValue { Value = 0.1f, DefaultValue = 0 }));
        Assert.Equal("""{"traits":[77,"TRAIT_APP"]}""", ProtoJson.Format(new ResourceType { Traits = { (ResourceType.Types.Trait)77, ResourceType.Types.Trait.App } }));
        Assert.Equal("""{"eq":"0"}""", ProtoJson.Format(new Baton.Protocol.Config.V1.Int64Rules { Eq = 0 }));
    }

    [Fact]
    public void An_any_gives_types_with_a_form_of_their_own_a_value()
    {
        Assert.Equal("{}", ProtoJson.Format(new Any()));
        Assert.Equal(
            """{"@type":"type.googleapis.com/google.protobuf.Duration","value":"1.500s"}""",
            ProtoJson.Format(Any.Pack(new Duration { Seconds = 1, Nanos = 500_000_000 })));
        Assert.Equal(
            """{"@type":"type.googleapis.com/google.protobuf.BoolValue","value":true}""",
            ProtoJson.Format(Any.Pack(new BoolValue { Value = true })));
    }

    [Fact]
    public void The_formatter_of_the_library_agrees()
    {
        var reference = new JsonFormatter(JsonFormatter.Settings.Default.WithTypeRegistry(ProtocolTypes.Registry));
        var types = ProtocolTypes.Files.SelectMany(file => file.MessageTypes).ToArray();
        var compared = 0;
        for (var seed = 0; seed < 2000; seed++)
        {
            var message = new RandomMessages(seed, ProtocolTypes.Registry).Next(types[seed % types.Length]);
            if (HasEmptyKey(message))
                continue;
            var expected = JsonNode.Parse(reference.Format(message));
            Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(ProtoJson.Format(message))), $"seed {seed}: {message.Descriptor.FullName}");
            compared++;
        }

        Assert.InRange(compared, 1500, 2000);

        // The library refuses these.
        static bool HasEmptyKey(IMessage message) => ProtoJson.Format(message).Contains("\"\":", StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_fields_are_ignored_when_reading() =>
        Assert.Equal("g", ProtoJson.Parse<Grant>("""{"id":"g","fieldOfALaterVersion":{"x":[1]}}""").Id);

    [Fact]
    public void Both_names_of_a_field_are_read() =>
        Assert.Equal(ProtoJson.Parse<Resource>("""{"displayName":"x"}"""), ProtoJson.Parse<Resource>("""{"display_name":"x"}"""));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"id":""")]
    [InlineData("""{"id":7}""")]
    [InlineData("""{"annotations":[{"@type":"type.googleapis.com/c1.unknown.Message"}]}""")]
    public void Other_text_is_an_error(string json) =>
        Assert.Contains("c1.connector.v2.Grant", Assert.Throws<FormatException>(() => ProtoJson.Parse<Grant>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Random_messages_survive_both_layouts()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new RandomMessages(seed, ProtocolTypes.Registry);
            AssertRoundTrip((Grant)random.Next(Grant.Descriptor), seed);
            AssertRoundTrip((Resource)random.Next(Resource.Descriptor), seed);
            AssertRoundTrip((ConnectorMetadata)random.Next(ConnectorMetadata.Descriptor), seed);
            AssertRoundTrip((Connector.V2.Ticket)random.Next(Connector.V2.Ticket.Descriptor), seed);
        }
    }

    static void AssertRoundTrip<T>(T message, int seed)
        where T : IMessage<T>, new()
    {
        foreach (var json in new[] { ProtoJson.Format(message), ProtoJson.FormatIndented(message) })
            Assert.True(message.Equals(ProtoJson.Parse<T>(json)), $"seed {seed}: {json}");
    }
}
