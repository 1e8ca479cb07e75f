using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Tests.Shared;

/// <summary>Random messages of any type, with every kind of field: unset, empty, extreme, nested.</summary>
public sealed class RandomMessages(int seed, TypeRegistry packable)
{
    const int MaxDepth = 4;

    readonly Random _random = new(seed);

    /// <summary>A message of this type.</summary>
    public IMessage Next(MessageDescriptor descriptor) => Next(descriptor, 0);

    IMessage Next(MessageDescriptor descriptor, int depth)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        if (descriptor == Any.Descriptor)
            return NextAny();
        if (descriptor == Timestamp.Descriptor)
            return new Timestamp { Seconds = _random.NextInt64(-62135596800, 253402300800), Nanos = _random.Next(1_000_000_000) };
        if (descriptor == Duration.Descriptor)
            return new Duration { Seconds = _random.NextInt64(0, 315576000000), Nanos = _random.Next(1_000_000_000) };
        if (descriptor == Value.Descriptor)
            return NextValue(depth);

        var message = descriptor.Parser.ParseFrom(ReadOnlySpan<byte>.Empty);
        foreach (var field in descriptor.Fields.InDeclarationOrder())
        {
            // A later member of a oneof replaces an earlier one, so each of them is met.
            if (_random.Next(3) > 0 && (depth < MaxDepth || field.FieldType != FieldType.Message))
                Fill(message, field, depth);
        }

        return message;
    }

    void Fill(IMessage message, FieldDescriptor field, int depth)
    {
        if (field.IsMap)
        {
            var map = (IDictionary)field.Accessor.GetValue(message);
            for (var i = _random.Next(6); i > 0; i--)
                map[NextItem(field.MessageType.FindFieldByNumber(1), depth)] = NextItem(field.MessageType.FindFieldByNumber(2), depth);
        }
        else if (field.IsRepeated)
        {
            var list = (IList)field.Accessor.GetValue(message);
            for (var i = _random.Next(4); i > 0; i--)
                list.Add(NextItem(field, depth));
        }
        else
        {
            field.Accessor.SetValue(message, NextItem(field, depth));
        }
    }

    object NextItem(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.String => RandomText.OfBytes(_random, _random.Next(4) == 0 ? 0 : _random.Next(40)),
        FieldType.Bytes => ByteString.CopyFrom(NextBytes()),
        FieldType.Bool => _random.Next(2) == 1,
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => _random.Next(int.MinValue, int.MaxValue),
        FieldType.UInt32 or FieldType.Fixed32 => (uint)_random.NextInt64(uint.MaxValue),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => _random.NextInt64(long.MinValue, long.MaxValue),
        FieldType.UInt64 or FieldType.Fixed64 => (ulong)_random.NextInt64(),
        FieldType.Double => _random.NextDouble() * 1e6,
        FieldType.Float => _random.NextSingle(),
        FieldType.Enum => field.EnumType.Values[_random.Next(field.EnumType.Values.Count)].Number,
        _ when field.MessageType == BoolValue.Descriptor => _random.Next(2) == 1,
        _ when field.MessageType == FloatValue.Descriptor => _random.NextSingle(),
        _ => Next(field.MessageType, depth + 1),
    };

    byte[] NextBytes()
    {
        var bytes = new byte[_random.Next(20)];
        _random.NextBytes(bytes);
        return bytes;
    }

    Any NextAny()
    {
        var names = new[] { "c1.connector.v2.UserTrait", "c1.connector.v2.GrantImmutable", "c1.connector.v2.ExternalLink" };
        var descriptor = packable.Find(names[_random.Next(names.Length)]);
        return Any.Pack(Next(descriptor, MaxDepth - 1));
    }

    Value NextValue(int depth) => _random.Next(depth < MaxDepth ? 6 : 4) switch
    {
        0 => Value.ForNull(),
        1 => Value.ForBool(_random.Next(2) == 1),
        2 => Value.ForNumber(_random.Next()),
        3 => Value.ForString(RandomText.OfBytes(_random, _random.Next(20))),
        4 => Value.ForStruct((Struct)Next(Struct.Descriptor, depth + 1)),
        _ => Value.ForList([.. Enumerable.Range(0, _random.Next(3)).Select(_ => NextValue(depth + 1))]),
    };
}
