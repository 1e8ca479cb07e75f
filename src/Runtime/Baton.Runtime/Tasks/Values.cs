using Google.Protobuf.WellKnownTypes;

namespace Baton.Tasks;

/// <summary>Values of the protocol, as authors see them.</summary>
static class Values
{
    internal static ValueMap ToValueMap(this Struct? values) =>
        values is null ? ValueMap.Empty : new(values.Fields.Select(static field => KeyValuePair.Create(field.Key, ToObject(field.Value))));

    internal static Struct ToStruct(this ValueMap values)
    {
        var result = new Struct();
        foreach (var (name, value) in values.Values)
            result.Fields[name] = ToValue(value);
        return result;
    }

    static object? ToObject(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => value.StringValue,
        Value.KindOneofCase.NumberValue => value.NumberValue,
        Value.KindOneofCase.BoolValue => value.BoolValue,
        Value.KindOneofCase.ListValue => value.ListValue.Values.Select(ToObject).ToList(),
        Value.KindOneofCase.StructValue => value.StructValue.ToValueMap(),
        _ => null,
    };

    static Value ToValue(object? value) => value switch
    {
        null => Value.ForNull(),
        string text => Value.ForString(text),
        bool truth => Value.ForBool(truth),
        double number => Value.ForNumber(number),
        ValueMap map => Value.ForStruct(map.ToStruct()),
        IEnumerable<object?> list => Value.ForList([.. list.Select(ToValue)]),
        _ => throw new ConnectorException(
            ErrorCode.Internal, $"A value of type {value.GetType().Name} cannot be sent: use null, string, double, bool, a list of these, or a ValueMap."),
    };
}
