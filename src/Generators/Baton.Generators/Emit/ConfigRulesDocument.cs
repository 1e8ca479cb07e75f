using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The rules of a setting in the <c>config</c> document.</summary>
static class ConfigRulesDocument
{
    /// <summary>Rules by the name that protojson gives them; those of text first, then those of numbers.</summary>
    static readonly (string Rule, string Json)[] Scalars =
    [
        ("Equal", "eq"), ("Length", "len"), ("MinLength", "minLen"), ("MaxLength", "maxLen"), ("Pattern", "pattern"), ("Prefix", "prefix"), ("Suffix", "suffix"),
        ("Contains", "contains"), ("NotContains", "notContains"), ("Below", "lt"), ("Max", "lte"), ("Above", "gt"), ("Min", "gte"), ("In", "in"),
        ("NotIn", "notIn"), ("WellKnown", "wellKnown"), ("ValidateEmpty", "validateEmpty"),
    ];

    public static void Write(JsonWriter json, ConfigFieldModel field)
    {
        // A bool has no such rule: false cannot be told from absent.
        var required = field.Required && field.Kind != FieldKind.Bool;
        var list = field.Kind is FieldKind.StringArray or FieldKind.StringList;
        if (!required && field.Rules.Count == 0 && field.Kind is not (FieldKind.Enum or FieldKind.Uri))
            return;
        json.BeginObject("rules");
        if (list)
            WriteList(json, field);
        else
            WriteScalar(json, field);
        json.True("isRequired", required);
        json.EndObject();
    }

    static void WriteScalar(JsonWriter json, ConfigFieldModel field)
    {
        if (field.Kind == FieldKind.Enum)
            ConfigDocument.WriteTexts(json, "in", field.EnumMembers.Select(static member => member.Text));
        foreach (var (name, member) in Scalars)
        {
            if (Find(field, name) is { } rule)
                Write(json, member, rule, field.Kind);
            else if (name == "WellKnown" && field.Kind == FieldKind.Uri)
                json.String(member, "WELL_KNOWN_STRING_URI");
        }
    }

    static void WriteList(JsonWriter json, ConfigFieldModel field)
    {
        json.String("minItems", Find(field, "MinItems")?.Value);
        json.String("maxItems", Find(field, "MaxItems")?.Value);
        json.True("unique", Find(field, "Unique") is not null);
        if (Scalars.Any(scalar => scalar.Rule != "ValidateEmpty" && Find(field, scalar.Rule) is not null))
        {
            json.BeginObject("itemRules");
            foreach (var (name, member) in Scalars)
            {
                if (name != "ValidateEmpty" && Find(field, name) is { } rule)
                    Write(json, member, rule, FieldKind.String);
            }
            json.EndObject();
        }
        json.True("validateEmpty", Find(field, "ValidateEmpty") is not null);
    }

    static void Write(JsonWriter json, string member, FieldRuleModel rule, FieldKind kind)
    {
        switch (rule.Name)
        {
            case "In" or "NotIn":
                ConfigDocument.WriteTexts(json, member, rule.Values);
                break;
            case "Equal" when kind == FieldKind.Bool:
                json.Truth(member, rule.Value == "true");
                break;
            case "ValidateEmpty":
                json.True(member, rule.Value == "true");
                break;
            case "WellKnown":
                json.String(member, "WELL_KNOWN_STRING_" + rule.Value.ToUpperInvariant());
                break;
            default:
                json.String(member, rule.Value);
                break;
        }
    }

    static FieldRuleModel? Find(ConfigFieldModel field, string name) => field.Rules.FirstOrDefault(rule => rule.Name == name);
}
