using Baton.Generators.Helpers;
using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>What the value of a setting or of a field of a form must be like, as the program checks it.</summary>
static class RulesEmitter
{
    public static void Write(SourceWriter writer, EquatableArray<FieldRuleModel> rules)
    {
        if (rules.Count == 0)
            return;
        writer.Open("Rules = new()");
        foreach (var rule in rules)
            writer.Line($"{rule.Name} = {Value(rule)},");
        writer.Close("},");
    }

    static string Value(FieldRuleModel rule) => rule.Name switch
    {
        "In" or "NotIn" => $"[{string.Join(", ", rule.Values.Select(Literals.Text))}]",
        "WellKnown" => $"{Names.WellKnown}.{rule.Value}",
        "Pattern" or "Prefix" or "Suffix" or "Contains" or "NotContains" or "Equal" => Literals.Text(rule.Value),
        _ => rule.Value,
    };
}
