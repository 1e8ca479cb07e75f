using Baton.Protocol.Tests.Contract;
using Baton.Protocol.Validation;
using Google.Protobuf.Reflection;

namespace Baton.Protocol.Tests.Validation;

public sealed class RuleTableTests
{
    [Fact]
    public void The_rules_in_use_are_those_of_the_contract()
    {
        using var stream = typeof(WireRules).Assembly.GetManifestResourceStream("wire-rules.tsv")!;
        using var reader = new StreamReader(stream);
        var inUse = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');
        Assert.Equal(WireTable.Rules.Select(rule => $"{rule.Message}\t{rule.Name}\t{rule.Rules}"), inUse);
    }

    [Fact]
    public void Every_rule_binds_to_its_field()
    {
        foreach (var message in AllMessages())
            WireRules.Validate(message.Parser.ParseFrom(ReadOnlySpan<byte>.Empty));
    }

    [Fact]
    public void Every_message_with_rules_is_compiled()
    {
        var compiled = AllMessages().Select(message => message.FullName).ToHashSet();
        Assert.All(WireTable.Rules, rule => Assert.Contains(rule.Message, compiled));
    }

    static IEnumerable<MessageDescriptor> AllMessages() => ProtocolTypes.Files.SelectMany(file => file.MessageTypes).SelectMany(WithNested);

    static IEnumerable<MessageDescriptor> WithNested(MessageDescriptor message) =>
        message.NestedTypes.Where(nested => nested.ClrType is not null).SelectMany(WithNested).Prepend(message);
}
