using System.Text.Unicode;
using Google.Protobuf.Reflection;
using static Google.Protobuf.WireFormat;

namespace Baton.C1Z;

/// <summary>
/// Checks the bytes of a message before they are parsed. The parser repairs strings that are not UTF-8 without a word,
/// where every other program refuses the file.
/// </summary>
static class WireCheck
{
    const int DeepestNesting = 100; // The parser's own limit.

    /// <summary>Fails for bytes that are not a message of the type.</summary>
    /// <exception cref="InvalidDataException">They are not; the message says why.</exception>
    public static void Run(ReadOnlySpan<byte> bytes, MessageDescriptor type)
    {
        var reader = new WireSpan(bytes);
        Fields(ref reader, type, DeepestNesting, group: 0);
    }

    static void Fields(ref WireSpan reader, MessageDescriptor? type, int depth, int group)
    {
        if (depth == 0)
            throw new InvalidDataException("messages are nested too deeply");
        while (!reader.IsAtEnd)
        {
            var tag = reader.Varint();
            var number = (int)(tag >> 3);
            if (tag is > uint.MaxValue or < 8)
                throw new InvalidDataException("a field has an impossible number");
            switch ((WireType)(tag & 7))
            {
                case WireType.Varint:
                    reader.Varint();
                    break;
                case WireType.Fixed32:
                    reader.Take(4);
                    break;
                case WireType.Fixed64:
                    reader.Take(8);
                    break;
                case WireType.LengthDelimited:
                    Value(reader.Take(reader.Varint()), type?.FindFieldByNumber(number), depth);
                    break;
                case WireType.StartGroup:
                    Fields(ref reader, null, depth - 1, number);
                    break;
                case WireType.EndGroup when number == group:
                    return;
                default:
                    throw new InvalidDataException($"field {number} has an impossible wire type");
            }
        }
        if (group != 0)
            throw new InvalidDataException("a group does not end");
    }

    static void Value(ReadOnlySpan<byte> value, FieldDescriptor? field, int depth)
    {
        if (field?.FieldType == FieldType.Message)
        {
            var nested = new WireSpan(value);
            Fields(ref nested, field.MessageType, depth - 1, group: 0);
        }
        else if (field?.FieldType == FieldType.String && !Utf8.IsValid(value))
        {
            throw new InvalidDataException($"{field.FullName} is not UTF-8");
        }
    }
}
