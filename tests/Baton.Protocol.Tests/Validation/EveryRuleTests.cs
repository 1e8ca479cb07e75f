using System.Collections;
using System.Globalization;
using Baton.Protocol.Tests.Contract;
using Baton.Protocol.Validation;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Baton.Protocol.Tests.Validation;

/// <summary>Each of the contract's rules is kept and broken at its limit, on the field it belongs to.</summary>
public sealed class EveryRuleTests
{
    static readonly string[] NotConditions = ["message.required", "string.ignore_empty", "uint32.ignore_empty", "oneof.required"];

    public static IEnumerable<TheoryDataRow<string, string, string>> Rules =>
        from line in WireTable.Rules
        from rule in line.Rules.Split("; ")
        where !NotConditions.Contains(rule.Split('=')[0])
        select new TheoryDataRow<string, string, string>(line.Message, line.Name, rule);

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_holds_up_to_its_limit_and_not_beyond(string message, string name, string rule)
    {
        var field = ProtocolTypes.Registry.Find(message).FindFieldByName(name);
        var ignoresEmpty = WireTable.Rules.Single(r => (r.Message, r.Name) == (message, name)).Rules.Contains("ignore_empty=true", StringComparison.Ordinal);
        for (var seed = 0; seed < 10; seed++)
        {
            var (good, bad) = Samples(field, rule, new Random(seed));
            Assert.All(good, sample => Assert.DoesNotContain(WireRules.Validate(sample), violation => violation.Rule == rule && IsAt(violation, name)));
            Assert.All(bad, sample =>
            {
                var isEmpty = sample.CalculateSize() == 0;
                Assert.Equal(!(isEmpty && (ignoresEmpty || field.HasPresence)), WireRules.Validate(sample).Any(violation => violation.Rule == rule && IsAt(violation, name)));
            });
        }
    }

    [Fact]
    public void There_are_as_many_as_in_the_contract() => Assert.Equal(341, Rules.Count());

    static bool IsAt(RuleViolation violation, string field) =>
        violation.Path == field || violation.Path.StartsWith(field + "[", StringComparison.Ordinal);

    static (IEnumerable<IMessage> Good, IEnumerable<IMessage> Bad) Samples(FieldDescriptor field, string rule, Random random)
    {
        var sign = rule.IndexOf('=', StringComparison.Ordinal);
        var (name, argument) = (rule[..sign], rule[(sign + 1)..]);
        foreach (var (prefix, set) in Parts(field))
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                var (good, bad) = RuleSamples.For(name[prefix.Length..], argument, random);
                return (good.Select(With), bad.Select(With));
                IMessage With(object value) => New(field, message => set(message, value));
            }
        }

        return name is "repeated.unique" ? Uniques(field) : Counts(field, name, int.Parse(argument, CultureInfo.InvariantCulture));
    }

    static IEnumerable<(string Prefix, Action<IMessage, object> Set)> Parts(FieldDescriptor field)
    {
        var accessor = field.Accessor;
        yield return ("repeated.items.", (message, value) => ((IList)accessor.GetValue(message)).Add(value));
        yield return ("map.keys.", (message, value) => ((IDictionary)accessor.GetValue(message)).Add(value, ByteString.Empty));
        yield return ("map.values.", (message, value) => ((IDictionary)accessor.GetValue(message)).Add("k", value));
        if (!field.IsRepeated)
            yield return ("", accessor.SetValue);
    }

    static (IEnumerable<IMessage> Good, IEnumerable<IMessage> Bad) Uniques(FieldDescriptor field)
    {
        object[] items = field.FieldType == FieldType.Enum ? [0, 1] : ["a", "A"];
        return ([Filled(field, []), Filled(field, items)], [Filled(field, [items[0], items[1], items[0]])]);
    }

    static (IEnumerable<IMessage> Good, IEnumerable<IMessage> Bad) Counts(FieldDescriptor field, string name, int limit)
    {
        IMessage Of(int count) => Filled(field, Enumerable.Range(0, count).Select(i => Item(field, i)));
        return name.EndsWith("max_items", StringComparison.Ordinal) || name.EndsWith("max_pairs", StringComparison.Ordinal)
            ? ([Of(0), Of(limit)], [Of(limit + 1)])
            : ([Of(limit), Of(limit + 1)], [Of(limit - 1)]);
    }

    static object Item(FieldDescriptor field, int i) =>
        field.FieldType == FieldType.Message && !field.IsMap ? field.MessageType.Parser.ParseFrom(ReadOnlySpan<byte>.Empty) : $"{i}";

    static IMessage Filled(FieldDescriptor field, IEnumerable<object> items) => New(field, message =>
    {
        foreach (var item in items)
        {
            if (field.IsMap)
                ((IDictionary)field.Accessor.GetValue(message)).Add(item, ByteString.Empty);
            else
                ((IList)field.Accessor.GetValue(message)).Add(item);
        }
    });

    static IMessage New(FieldDescriptor field, Action<IMessage> fill)
    {
        var message = field.ContainingType.Parser.ParseFrom(ReadOnlySpan<byte>.Empty);
        fill(message);
        return message;
    }
}
