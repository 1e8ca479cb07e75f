using System.Globalization;
using System.Runtime.InteropServices;
using Baton.CompilerServices;

namespace Baton;

/// <summary>Collects the profile and encodes it as <c>google.protobuf.Struct</c> with sorted keys, as Go's deterministic serializer does.</summary>
sealed class ProfileBuilder
{
    const long LargestExact = 1L << 53;

    readonly List<Entry> _entries = [];

    // What was written last: a user's profile stands in two places.
    byte[] _encoded = [];
    int _length;

    internal void Clear()
    {
        _entries.Clear();
        _length = 0;
    }

    internal void Set(string key, string? value)
    {
        if (value is not null)
            Put(new(key, Kind.Text, value, null, 0));
    }

    internal void Set(string key, bool? value)
    {
        if (value is { } flag)
            Put(new(key, Kind.Bool, null, null, flag ? 1 : 0));
    }

    internal void Set(string key, long? value)
    {
        if (value is not { } number)
            return;
        if (number is > LargestExact or < -LargestExact)
            Set(key, number.ToString(CultureInfo.InvariantCulture));
        else
            Put(new(key, Kind.Number, null, null, number));
    }

    internal void Set(string key, double? value)
    {
        if (value is { } number)
            Put(new(key, Kind.Number, null, null, number));
    }

    internal void Set(string key, IReadOnlyList<string>? values)
    {
        if (values is not null)
            Put(new(key, Kind.List, null, values, 0));
    }

    /// <summary>Writes the profile as a field of the enclosing message; nothing when it is empty.</summary>
    internal void Write(WireWriter writer, int field)
    {
        if (_entries.Count == 0)
            return;
        if (_length > 0)
        {
            writer.Bytes(field, _encoded.AsSpan(0, _length));
            return;
        }
        var profile = writer.Begin(field);
        var start = writer.Length;
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(_entries))
        {
            var pair = writer.Begin(1);
            writer.String(1, entry.Key);
            var value = writer.Begin(2);
            WriteValue(writer, entry);
            writer.End(value);
            writer.End(pair);
        }
        Keep(writer.Written[start..]);
        writer.End(profile);
    }

    void Keep(ReadOnlySpan<byte> encoded)
    {
        if (_encoded.Length < encoded.Length)
            _encoded = new byte[2 * encoded.Length];
        encoded.CopyTo(_encoded);
        _length = encoded.Length;
    }

    static void WriteValue(WireWriter writer, in Entry entry)
    {
        switch (entry.Kind)
        {
            case Kind.Number:
                writer.DoubleAlways(2, entry.Number);
                break;
            case Kind.Text:
                writer.StringAlways(3, entry.Text);
                break;
            case Kind.Bool:
                writer.BoolAlways(4, entry.Number != 0);
                break;
            default:
                var list = writer.Begin(6);
                foreach (var text in entry.List!)
                {
                    var item = writer.Begin(1);
                    writer.StringAlways(3, text);
                    writer.End(item);
                }
                writer.End(list);
                break;
        }
    }

    // Kept sorted; authors mostly add a handful of keys, in the same order for every resource.
    void Put(Entry entry)
    {
        ArgumentException.ThrowIfNullOrEmpty(entry.Key, "key");
        _length = 0;
        var at = _entries.Count;
        while (at > 0)
        {
            var order = string.CompareOrdinal(_entries[at - 1].Key, entry.Key);
            if (order == 0)
            {
                _entries[at - 1] = entry;
                return;
            }
            if (order < 0)
                break;
            at--;
        }
        _entries.Insert(at, entry);
    }

    enum Kind
    {
        Text,
        Number,
        Bool,
        List,
    }

    readonly record struct Entry(string Key, Kind Kind, string? Text, IReadOnlyList<string>? List, double Number);
}
