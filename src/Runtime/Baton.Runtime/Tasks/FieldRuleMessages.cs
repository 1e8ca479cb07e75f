using System.Globalization;
using Baton.CompilerServices;
using Baton.Protocol.Config.V1;

namespace Baton.Tasks;

/// <summary>Rules of a field as C1 gets them; null where there are none.</summary>
static class FieldRuleMessages
{
    internal static StringRules? OfText(ConfigFieldRules rules)
    {
        var message = new StringRules { In = { rules.In }, NotIn = { rules.NotIn }, WellKnown = (WellKnownString)Form(rules.WellKnown), ValidateEmpty = rules.ValidateEmpty };
        if (rules.Equal is { } only)
            message.Eq = only;
        if (rules.Length is { } exact)
            message.Len = (ulong)exact;
        if (rules.MinLength is { } least)
            message.MinLen = (ulong)least;
        if (rules.MaxLength is { } most)
            message.MaxLen = (ulong)most;
        if (rules.Pattern is { } pattern)
            message.Pattern = pattern;
        if (rules.Prefix is { } prefix)
            message.Prefix = prefix;
        if (rules.Suffix is { } suffix)
            message.Suffix = suffix;
        if (rules.Contains is { } part)
            message.Contains = part;
        if (rules.NotContains is { } other)
            message.NotContains = other;
        return message.CalculateSize() == 0 ? null : message;
    }

    internal static Int64Rules? OfNumber(ConfigFieldRules rules)
    {
        var message = new Int64Rules { In = { rules.In.Select(Number) }, NotIn = { rules.NotIn.Select(Number) }, ValidateEmpty = rules.ValidateEmpty };
        if (rules.Equal is { } only)
            message.Eq = Number(only);
        if (rules.Below is { } below)
            message.Lt = below;
        if (rules.Max is { } most)
            message.Lte = most;
        if (rules.Above is { } above)
            message.Gt = above;
        if (rules.Min is { } least)
            message.Gte = least;
        return message.CalculateSize() == 0 ? null : message;
    }

    internal static BoolRules? OfTruth(ConfigFieldRules rules) => rules.Equal is { } only ? new() { Eq = only == "true" } : null;

    internal static RepeatedStringRules? OfTexts(ConfigFieldRules rules)
    {
        var message = new RepeatedStringRules { Unique = rules.Unique, ItemRules = OfText(rules with { ValidateEmpty = false }), ValidateEmpty = rules.ValidateEmpty };
        if (rules.MinItems is { } least)
            message.MinItems = (ulong)least;
        if (rules.MaxItems is { } most)
            message.MaxItems = (ulong)most;
        return message.CalculateSize() == 0 ? null : message;
    }

    internal static StringMapRules? OfMap(ConfigFieldRules rules) => rules.ValidateEmpty ? new() { ValidateEmpty = true } : null;

    internal static RepeatedResourceIdRules OfResources(ConfigFieldRules rules, IEnumerable<string> types)
    {
        var message = new RepeatedResourceIdRules { AllowedResourceTypeIds = { types }, Unique = rules.Unique, ValidateEmpty = rules.ValidateEmpty };
        if (rules.MinItems is { } least)
            message.MinItems = (ulong)least;
        if (rules.MaxItems is { } most)
            message.MaxItems = (ulong)most;
        return message;
    }

    static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    // The enums differ by one member that no value fulfils.
    static int Form(WellKnown form) => (int)form < (int)WellKnown.Uuid ? (int)form : 8;
}
