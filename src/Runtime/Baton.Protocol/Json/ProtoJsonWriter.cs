using System.Collections;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Protocol;

/// <summary>
/// Writes messages as JSON. Google.Protobuf's own formatter leaves map order to chance, has its own layout, and refuses
/// profiles with an empty key.
/// </summary>
sealed class ProtoJsonWriter(Utf8JsonWriter json, bool skipsUnknown = false)
{
    public void Write(IMessage message)
    {
        switch (message)
        {
            case Any any:
                WriteAny(any);
                break;
            case Struct structure:
                WriteMap(structure.Fields, value => Write((Value)value));
                break;
            case ListValue list:
                WriteList(list.Values, value => Write((Value)value));
                break;
            case Value value:
                WriteValue(value);
                break;
            case Timestamp or Duration:
                json.WriteRawValue(JsonFormatter.Default.Format(message));
                break;
            case { Descriptor: var type } when IsWrapper(type):
                WriteItem(type.FindFieldByNumber(1), type.FindFieldByNumber(1).Accessor.GetValue(message));
                break;
            default:
                json.WriteStartObject();
                WriteFields(message);
                json.WriteEndObject();
                break;
        }
    }

    void WriteFields(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            var value = field.Accessor.GetValue(message);
            if (skipsUnknown && value is IList<Any> annotations)
                value = annotations.Where(IsKnown).ToArray();
            if (!(field.HasPresence ? field.Accessor.HasValue(message) : !IsDefault(value)))
                continue;
            json.WritePropertyName(field.JsonName);
            if (field.IsMap)
                WriteMap((IDictionary)value, item => WriteItem(field.MessageType.FindFieldByNumber(2), item));
            else if (field.IsRepeated)
                WriteList((IList)value, item => WriteItem(field, item));
            else
                WriteItem(field, value);
        }
    }

    void WriteAny(Any any)
    {
        json.WriteStartObject();
        if (any.TypeUrl.Length > 0)
        {
            var type = ProtocolTypes.Registry.Find(TypeUrls.NameOf(any.TypeUrl))
                ?? throw new InvalidOperationException($"'{any.TypeUrl}' is not a type of the protocol: what it holds has no JSON form.");
            json.WriteString("@type", any.TypeUrl);
            var inner = type.Parser.ParseFrom(any.Value);
            if (HasFormOfItsOwn(type))
            {
                json.WritePropertyName("value");
                Write(inner);
            }
            else
            {
                WriteFields(inner);
            }
        }

        json.WriteEndObject();
    }

    void WriteMap(IDictionary map, Action<object> write)
    {
        json.WriteStartObject();
        foreach (var key in map.Keys.Cast<object>().Order(MapKeyComparer.Instance))
        {
            json.WritePropertyName(key is bool flag ? (flag ? "true" : "false") : Convert.ToString(key, CultureInfo.InvariantCulture)!);
            write(map[key]!);
        }

        json.WriteEndObject();
    }

    void WriteList(IList list, Action<object> write)
    {
        json.WriteStartArray();
        foreach (var item in list)
            write(item);
        json.WriteEndArray();
    }

    void WriteValue(Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue:
                json.WriteStringValue(value.StringValue);
                break;
            case Value.KindOneofCase.NumberValue:
                WriteNumber(value.NumberValue);
                break;
            case Value.KindOneofCase.BoolValue:
                json.WriteBooleanValue(value.BoolValue);
                break;
            case Value.KindOneofCase.StructValue:
                Write(value.StructValue);
                break;
            case Value.KindOneofCase.ListValue:
                Write(value.ListValue);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    void WriteItem(FieldDescriptor field, object value)
    {
        switch (value)
        {
            case IMessage message:
                Write(message);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case ByteString bytes:
                json.WriteBase64StringValue(bytes.Span);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long or ulong:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case uint number:
                json.WriteNumberValue(number);
                break;
            case float or double:
                WriteNumber(value);
                break;
            default:
                if (field.FieldType == FieldType.Enum && field.EnumType.FindValueByNumber((int)value) is { } name)
                    json.WriteStringValue(name.Name);
                else
                    json.WriteNumberValue((int)value);
                break;
        }
    }

    void WriteNumber(object value)
    {
        if (value is float single && float.IsFinite(single))
            json.WriteNumberValue(single);
        else if (value is double number && double.IsFinite(number))
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(Convert.ToString(value, NumberFormatInfo.InvariantInfo));
    }

    static bool IsDefault(object value) => value switch
    {
        string text => text.Length == 0,
        ByteString bytes => bytes.IsEmpty,
        ICollection items => items.Count == 0,
        bool flag => !flag,
        long or ulong or uint or float or double => Convert.ToDouble(value, CultureInfo.InvariantCulture) == 0,
        _ => (int)value == 0,
    };

    static bool IsKnown(Any any) => any.TypeUrl.Length == 0 || ProtocolTypes.Registry.Find(TypeUrls.NameOf(any.TypeUrl)) is not null;

    static bool IsWrapper(MessageDescriptor type) => type.File == BoolValue.Descriptor.File;

    static bool HasFormOfItsOwn(MessageDescriptor type) =>
        IsWrapper(type)
        || type.File == Struct.Descriptor.File
        || type == Any.Descriptor
        || type == Timestamp.Descriptor
        || type == Duration.Descriptor;
}
