using System.Collections.Concurrent;
using Google.Protobuf.Reflection;

namespace Baton.Protocol.Validation;

/// <summary>What a message type's rules come to: the fields worth visiting, and the oneofs that must be set.</summary>
readonly record struct MessageRules(FieldRules[] Fields, OneofDescriptor[] RequiredOneofs);

/// <summary>The rules of the contract, read from <c>wire-rules.tsv</c>; those of a type are parsed when it is first met.</summary>
static class RuleTable
{
    static readonly Lazy<ILookup<string, (string Name, string Rules)>> Lines = new(Read);

    static readonly ConcurrentDictionary<MessageDescriptor, MessageRules> Parsed = new();

    public static MessageRules For(MessageDescriptor descriptor) => Parsed.GetOrAdd(descriptor, Parse);

    static MessageRules Parse(MessageDescriptor descriptor)
    {
        var rules = Lines.Value[descriptor.FullName].ToDictionary(line => line.Name, line => line.Rules, StringComparer.Ordinal);
        var fields = descriptor.Fields.InDeclarationOrder()
            .Select(field => (Field: field, HasRules: rules.Remove(field.Name, out var text), Text: text ?? ""))
            .Select(entry => (Rules: new FieldRules(entry.Field, entry.Text), entry.HasRules))
            .Where(entry => entry.HasRules || entry.Rules.Descends)
            .Select(entry => entry.Rules)
            .ToArray();
        var oneofs = descriptor.Oneofs.Where(oneof => rules.Remove(oneof.Name)).ToArray();
        return rules.Count == 0
            ? new(fields, oneofs)
            : throw new InvalidOperationException($"{descriptor.FullName} has rules for '{rules.Keys.First()}', which it does not contain.");
    }

    static ILookup<string, (string Name, string Rules)> Read()
    {
        using var stream = typeof(RuleTable).Assembly.GetManifestResourceStream("wire-rules.tsv")
            ?? throw new InvalidOperationException("The rule table is missing from Baton.Protocol.");
        using var reader = new StreamReader(stream);
        var lines = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                lines.Add(line.Split('\t'));
        }

        return lines.ToLookup(line => line[0], line => (line[1], line[2]), StringComparer.Ordinal);
    }
}
