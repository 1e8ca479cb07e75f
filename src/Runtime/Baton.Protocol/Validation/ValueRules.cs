using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Protocol.Validation;

/// <summary>Makes a condition from the name and the argument of a rule.</summary>
static class ValueRules
{
    public static ValueRule Create(string text, string name, string argument, FieldDescriptor field)
    {
        ValueRule Rule(string requirement, Func<object, bool> holds) => new(text, requirement, holds);
        long Number() => long.Parse(argument, CultureInfo.InvariantCulture);
        ValueRule Limit(string requirement, Func<object, long, bool> holds)
        {
            var limit = Number();
            return Rule(string.Create(CultureInfo.InvariantCulture, $"{requirement} {limit}"), value => holds(value, limit));
        }

        return name switch
        {
            "string.min_len" => Limit("number of characters must be at least", static (v, n) => Characters(v) >= n),
            "string.max_len" => Limit("number of characters must be at most", static (v, n) => Characters(v) <= n),
            "string.min_bytes" => Limit("number of UTF-8 bytes must be at least", static (v, n) => Utf8Bytes(v) >= n),
            "string.max_bytes" => Limit("number of UTF-8 bytes must be at most", static (v, n) => Utf8Bytes(v) <= n),
            "string.prefix" => Rule($"must start with {argument}", v => ((string)v).StartsWith(argument, StringComparison.Ordinal)),
            "string.in" => In(argument.Split('|')),
            "string.pattern" => Pattern(),
            "string.email" => Rule("must be an e-mail address", static v => EmailAddress.IsValid((string)v)),
            "string.uri" => Rule("must be an absolute URI", static v => AbsoluteUri.IsValid((string)v)),
            "bytes.min_len" => Limit("number of bytes must be at least", static (v, n) => ((ByteString)v).Length >= n),
            "bytes.max_len" => Limit("number of bytes must be at most", static (v, n) => ((ByteString)v).Length <= n),
            "bytes.len" => Limit("number of bytes must be", static (v, n) => ((ByteString)v).Length == n),
            "int64.gte" => Limit("must be at least", static (v, n) => (long)v >= n),
            "int64.lte" => Limit("must be at most", static (v, n) => (long)v <= n),
            "uint32.gt" => Limit("must be greater than", static (v, n) => (uint)v > n),
            "uint32.gte" => Limit("must be at least", static (v, n) => (uint)v >= n),
            "uint32.lte" => Limit("must be at most", static (v, n) => (uint)v <= n),
            "enum.defined_only" => Rule("must be a defined value", v => field.EnumType.FindValueByNumber((int)v) is not null),
            "duration.lte.seconds" => Limit("must be a valid duration, in seconds at most", static (v, n) => Durations.AtMost((Duration)v, n)),
            "repeated.min_items" => Limit("number of items must be at least", static (v, n) => ((ICollection)v).Count >= n),
            "repeated.max_items" => Limit("number of items must be at most", static (v, n) => ((ICollection)v).Count <= n),
            "repeated.unique" => Rule("items must differ from each other", static v => AllDiffer((IList)v)),
            "map.min_pairs" => Limit("number of entries must be at least", static (v, n) => ((ICollection)v).Count >= n),
            "map.max_pairs" => Limit("number of entries must be at most", static (v, n) => ((ICollection)v).Count <= n),
            _ => throw new NotSupportedException($"The rule '{text}' of {field.FullName} is not known."),
        };

        ValueRule In(string[] choices) =>
            Rule($"must be one of {string.Join(", ", choices)}", v => choices.Contains((string)v, StringComparer.Ordinal));

        ValueRule Pattern()
        {
            var regex = new Regex(Re2Pattern.ToDotNet(argument), RegexOptions.CultureInvariant);
            return Rule($"must match {argument}", v => regex.IsMatch((string)v));
        }
    }

    // What the protocol calls characters are Unicode code points.
    static int Characters(object value)
    {
        var count = 0;
        foreach (var _ in ((string)value).EnumerateRunes())
            count++;
        return count;
    }

    static int Utf8Bytes(object value) => Encoding.UTF8.GetByteCount((string)value);

    static bool AllDiffer(IList items)
    {
        var seen = new HashSet<object>(items.Count);
        foreach (var item in items)
        {
            if (!seen.Add(item))
                return false;
        }

        return true;
    }
}
