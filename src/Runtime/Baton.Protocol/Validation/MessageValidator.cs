using System.Collections;
using Google.Protobuf;

namespace Baton.Protocol.Validation;

/// <summary>Walks a message along the fields that have rules, or whose messages may have some.</summary>
static class MessageValidator
{
    public static void Validate(IMessage message, string prefix, List<RuleViolation> violations)
    {
        var rules = RuleTable.For(message.Descriptor);
        foreach (var field in rules.Fields)
            Validate(message, field, prefix + field.Descriptor.Name, violations);

        foreach (var oneof in rules.RequiredOneofs)
        {
            if (oneof.Accessor.GetCaseFieldDescriptor(message) is null)
                violations.Add(new(prefix + oneof.Name, "oneof.required=true", "one of its fields must be set"));
        }
    }

    static void Validate(IMessage message, FieldRules rules, string path, List<RuleViolation> violations)
    {
        var field = rules.Descriptor;
        if (field.HasPresence && !field.Accessor.HasValue(message))
        {
            if (rules.Required)
                violations.Add(new(path, "message.required=true", "must be set"));
            return;
        }

        var value = field.Accessor.GetValue(message);
        if (rules.IgnoreEmpty && value is "" or 0u)
            return;

        Check(rules.Whole, value, path, violations);
        switch (value)
        {
            case IDictionary map:
                var position = 0;
                foreach (DictionaryEntry entry in map)
                {
                    Check(rules.Keys, entry.Key, $"{path}[{position}].key", violations);
                    CheckItem(rules, entry.Value!, $"{path}[{position++}].value", violations);
                }

                break;
            case IList list:
                for (var i = 0; i < list.Count; i++)
                    CheckItem(rules, list[i]!, $"{path}[{i}]", violations);
                break;
            case IMessage inner when rules.Descends:
                Validate(inner, path + ".", violations);
                break;
        }
    }

    static void CheckItem(FieldRules rules, object item, string path, List<RuleViolation> violations)
    {
        Check(rules.Items, item, path, violations);
        if (rules.Descends)
            Validate((IMessage)item, path + ".", violations);
    }

    static void Check(IReadOnlyList<ValueRule> rules, object value, string path, List<RuleViolation> violations)
    {
        foreach (var rule in rules)
        {
            if (!rule.Holds(value))
                violations.Add(new(path, rule.Text, rule.Requirement));
        }
    }
}
