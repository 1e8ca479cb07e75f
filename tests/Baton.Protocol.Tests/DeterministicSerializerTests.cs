using System.Collections;
using Baton.Protocol.Connector.V2;
using Baton.Protocol.Reader.V2;
using Baton.Tests.Shared;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Protocol.Tests;

public sealed class DeterministicSerializerTests
{
    [Fact]
    public void Equal_messages_give_equal_bytes_whatever_the_order_of_insertion()
    {
        var types = ProtocolTypes.Files.SelectMany(file => file.MessageTypes).ToArray();
        var reordered = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var message = new RandomMessages(seed, ProtocolTypes.Registry).Next(types[seed % types.Length]);
            var shuffled = message.Descriptor.Parser.ParseFrom(message.ToByteArray());
            Shuffle(shuffled, new Random(seed));
            Assert.Equal(message, shuffled);
            Assert.True(Same(message, shuffled, DeterministicSerializer.ToByteArray), $"seed {seed}: {message.Descriptor.FullName}");
            reordered += Same(message, shuffled, MessageExtensions.ToByteArray) ? 0 : 1;
        }

        Assert.InRange(reordered, 50, 3000);
    }

    [Fact]
    public void A_grants_sources_are_written_by_key()
    {
        var sources = new GrantSources { Sources = { ["b"] = new() { IsDirect = true }, ["a"] = new() } };
        Assert.Equal("0A050A01611200" + "0A070A016212020801", Convert.ToHexString(DeterministicSerializer.ToByteArray(sources)));
    }

    [Fact]
    public void Keys_are_ordered_by_their_utf8_bytes()
    {
        string[] keys = ["", "Z", "a", "a\0", "ab", "é", "\ud7ff", "\ue000", "\ufffd", "\U00010000", "\U0010ffff"];
        var message = new Struct();
        foreach (var key in keys.Reverse())
            message.Fields[key] = Value.ForNull();
        var written = Struct.Parser.ParseFrom(DeterministicSerializer.ToByteArray(message));
        Assert.Equal(keys, written.Fields.Keys);
    }

    [Fact]
    public void Unknown_fields_are_kept()
    {
        var grant = new Grant { Id = "g", Sources = new() { Sources = { ["b"] = new(), ["a"] = new() } } };
        byte[] bytes = [.. grant.ToByteArray(), 0xA2, 0x06, 0x01, 0x2A];
        var written = DeterministicSerializer.ToByteArray(Grant.Parser.ParseFrom(bytes));
        Assert.Equal(bytes.Length, written.Length);
        Assert.Equal("A206012A", Convert.ToHexString(written[^4..]));
    }

    [Fact]
    public void The_message_itself_is_left_alone()
    {
        var stats = new SyncStats { GrantsByResourceType = { ["user"] = 2, ["group"] = 1 } };
        DeterministicSerializer.ToByteArray(stats);
        Assert.Equal(["user", "group"], stats.GrantsByResourceType.Keys);
    }

    static bool Same(IMessage a, IMessage b, Func<IMessage, byte[]> serialize) => serialize(a).AsSpan().SequenceEqual(serialize(b));

    static void Shuffle(IMessage message, Random random)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder().Where(field => field.FieldType == FieldType.Message))
        {
            switch (field.Accessor.GetValue(message))
            {
                case IDictionary map:
                    var values = new List<(object Key, object? Value)>();
                    foreach (DictionaryEntry entry in map)
                        values.Add((entry.Key, entry.Value));
                    random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values));
                    map.Clear();
                    foreach (var (key, value) in values)
                        map.Add(key, value);
                    foreach (var inner in map.Values.OfType<IMessage>())
                        Shuffle(inner, random);
                    break;
                case IList list:
                    foreach (var inner in list.OfType<IMessage>())
                        Shuffle(inner, random);
                    break;
                case IMessage inner:
                    Shuffle(inner, random);
                    break;
            }
        }
    }
}
