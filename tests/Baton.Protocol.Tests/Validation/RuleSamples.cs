using System.Globalization;
using Baton.Tests.Shared;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Protocol.Tests.Validation;

/// <summary>For each rule, values that just keep it and values that just break it, made without looking at the validator.</summary>
static class RuleSamples
{
    public static (IEnumerable<object> Good, IEnumerable<object> Bad) For(string rule, string argument, Random random)
    {
        var n = int.TryParse(argument, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return rule switch
        {
            "string.max_bytes" => (Texts(n - 3, n), Texts(n + 1, n + 5)),
            "string.min_bytes" => (Texts(n, n + 3), Texts(0, n - 1)),
            "string.max_len" => ([RandomText.OfCodePoints(random, n)], [RandomText.OfCodePoints(random, n + 1)]),
            "string.min_len" => ([RandomText.OfCodePoints(random, n)], [RandomText.OfCodePoints(random, n - 1)]),
            "string.prefix" => ([argument, argument + "x"], [" " + argument, argument[1..], "http://x"]),
            "string.in" => (argument.Split('|'), ["", argument, "PEBBLE"]),
            "string.email" => (["a@b.co"], ["", "a", "a@", "@b.co"]),
            "string.uri" => (["https://example.com/"], ["", "example.com", "/path"]),
            "string.pattern" => Patterns[argument],
            "bytes.min_len" => ([Bytes(n), Bytes(n + 1)], n == 0 ? [] : [Bytes(n - 1)]),
            "bytes.max_len" => ([Bytes(0), Bytes(n)], [Bytes(n + 1)]),
            "bytes.len" => ([Bytes(n)], [Bytes(0), Bytes(n - 1), Bytes(n + 1)]),
            "int64.gte" => ([(long)n, long.MaxValue], [n - 1L, 0L, -1L, long.MinValue]),
            "int64.lte" => ([(long)n, long.MinValue], [n + 1L, long.MaxValue]),
            "uint32.gt" => ([(uint)n + 1, uint.MaxValue], [(uint)n]),
            "uint32.gte" => ([(uint)n, uint.MaxValue], n == 0 ? [] : [(uint)n - 1]),
            "uint32.lte" => ([(uint)n, 1u], [(uint)n + 1, uint.MaxValue]),
            "enum.defined_only" => ([0, 1], [-1, 98, int.MaxValue]),
            "duration.lte.seconds" => (
                [Span(n, 0), Span(-n, 0), Span(n - 1, 999_999_999), new Duration()],
                [Span(n, 1), Span(n + 1, 0), Span(1, -1), Span(0, 1_000_000_000), Span(-315_576_000_001, 0)]),
            _ => throw new NotSupportedException($"There are no samples for {rule}."),
        };

        IEnumerable<object> Texts(int from, int to) =>
            Enumerable.Range(Math.Max(0, from), Math.Max(0, to - Math.Max(0, from) + 1)).Select(bytes => RandomText.OfBytes(random, bytes));
    }

    // The third one is what the contract says: its second half matches anything.
    static readonly Dictionary<string, (IEnumerable<object>, IEnumerable<object>)> Patterns = new()
    {
        ["^[A-Za-z0-9_-]+$"] = (["a", "A-Z_9"], ["", "a b", "é", "a\n"]),
        ["^[A-Za-z0-9]{3,8}$"] = (["USD", "12345678"], ["", "US", "123456789", "US$", "USD\n"]),
        ["^[a-zA-Z0-9]{27}|$"] = (["", "2tveokPvtza3v2ShkigIFXV88SB", "anything\n"], []),
        ["^[a-zA-Z0-9]{27}$"] = (["2tveokPvtza3v2ShkigIFXV88SB"], ["", "short", "2tveokPvtza3v2ShkigIFXV88SB\n", "2tveokPvtza3v2ShkigIFXV88SBx", "2tveokPvtza3v2Shkig-FXV88SB"]),
    };

    static ByteString Bytes(int length) => ByteString.CopyFrom(new byte[length]);

    static Duration Span(long seconds, int nanos) => new() { Seconds = seconds, Nanos = nanos };
}
