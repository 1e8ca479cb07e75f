using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Baton.Protocol;

/// <summary>
/// Puts the entries of all maps in a message, at any depth, in the order of their keys. Google.Protobuf keeps and
/// writes the order of insertion; the other implementations sort, and so do we where bytes are compared.
/// </summary>
static class MapOrder
{
    /// <summary>The message itself where its maps are in order already, else an ordered copy.</summary>
    public static IMessage Ordered(IMessage message)
    {
        if (IsOrdered(message))
            return message;
        var copy = message.Descriptor.Parser.ParseFrom(message.ToByteArray());
        Order(copy);
        return copy;
    }

    static bool IsOrdered(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.IsMap && !IsOrdered(((IDictionary)field.Accessor.GetValue(message)).Keys))
                return false;
            foreach (var inner in Messages(message, field))
            {
                if (!IsOrdered(inner))
                    return false;
            }
        }

        return true;
    }

    static bool IsOrdered(ICollection keys)
    {
        if (keys.Count < 2)
            return true;
        object? previous = null;
        foreach (var key in keys)
        {
            if (previous is not null && MapKeyComparer.Instance.Compare(previous, key) > 0)
                return false;
            previous = key;
        }

        return true;
    }

    static void Order(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            foreach (var inner in Messages(message, field))
                Order(inner);
            if (field.IsMap)
                Order((IDictionary)field.Accessor.GetValue(message));
        }
    }

    static void Order(IDictionary map)
    {
        if (IsOrdered(map.Keys))
            return;
        var entries = new List<(object Key, object? Value)>(map.Count);
        foreach (DictionaryEntry entry in map)
            entries.Add((entry.Key, entry.Value));
        map.Clear();
        foreach (var (key, value) in entries.OrderBy(entry => entry.Key, MapKeyComparer.Instance))
            map.Add(key, value);
    }

    static IEnumerable<IMessage> Messages(IMessage message, FieldDescriptor field)
    {
        if (field.FieldType != FieldType.Message)
            return [];
        if (field.IsMap && field.MessageType.FindFieldByNumber(2).FieldType != FieldType.Message)
            return [];
        return field.Accessor.GetValue(message) switch
        {
            IDictionary map => map.Values.OfType<IMessage>(),
            IList list => list.OfType<IMessage>(),
            IMessage single => [single],
            _ => [],
        };
    }
}
