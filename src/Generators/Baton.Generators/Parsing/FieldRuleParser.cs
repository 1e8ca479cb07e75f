using System.Collections.Immutable;
using System.Globalization;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the rules of a <c>[Field]</c> or <c>[FormField]</c>, and checks that they fit the type of the value and each other.</summary>
/// <param name="owner">Name of the property or parameter.</param>
/// <param name="type">Its type.</param>
/// <param name="field">The attribute.</param>
/// <param name="kind">What the type holds; null for resources.</param>
/// <param name="sink">Receives what is wrong.</param>
sealed class FieldRuleParser(string owner, ITypeSymbol type, AttributeReader field, FieldKind? kind, IParseSink sink)
{
    static readonly string[] OfText =
        ["Length", "MinLength", "MaxLength", "Pattern", "Prefix", "Suffix", "Contains", "NotContains", "Equal", "In", "NotIn", "WellKnown", "ValidateEmpty"];

    static readonly string[] OfNumbers = ["Min", "Max", "Above", "Below", "Equal", "In", "NotIn", "ValidateEmpty"];

    static readonly string[] OfLists = ["MinItems", "MaxItems", "Unique"];

    static readonly string[] All = [.. OfText.Union(OfNumbers).Union(OfLists)];

    public EquatableArray<FieldRuleModel> Parse()
    {
        var rules = ImmutableArray.CreateBuilder<FieldRuleModel>();
        foreach (var name in All)
        {
            if (field.Named(name) is not { } value || Rule(name, value) is not { } rule)
                continue;
            if (Problem(rule, rules) is { } problem)
                sink.Report(Descriptors.RuleDoesNotFit, field.At(name), name, owner, problem);
            else
                rules.Add(rule);
        }
        return new(rules.ToImmutable());
    }

    static FieldRuleModel? Rule(string name, TypedConstant value) => value switch
    {
        { Kind: TypedConstantKind.Array, IsNull: false } => new(name, "", new([.. value.Values.Select(static item => item.Value as string ?? "")])),
        { Kind: TypedConstantKind.Enum } => AttributeReader.EnumMember(value) is { } member and not "None" ? new(name, member, EquatableArray<string>.Empty) : null,
        { Value: string text } => new(name, text, EquatableArray<string>.Empty),
        { Value: true } => new(name, "true", EquatableArray<string>.Empty),
        { Value: long number } => new(name, number.ToString(CultureInfo.InvariantCulture), EquatableArray<string>.Empty),
        _ => null,
    };

    string? Problem(FieldRuleModel rule, IEnumerable<FieldRuleModel> earlier)
    {
        var allowed = kind switch
        {
            FieldKind.String or FieldKind.Uri => OfText,
            FieldKind.Int or FieldKind.Long => OfNumbers,
            FieldKind.StringArray or FieldKind.StringList => [.. OfText, .. OfLists],
            FieldKind.StringMap => ["ValidateEmpty"],
            FieldKind.Bool => ["Equal"],
            null when type.Is(KnownTypes.ReadOnlyList) => [.. OfLists, "ValidateEmpty"],
            _ => [],
        };
        if (Array.IndexOf(allowed, rule.Name) < 0)
            return $"it is no rule for '{type.ShortName()}'";
        return rule.Name switch
        {
            "Pattern" => PosixPatterns.Problem(rule.Value),
            "In" or "NotIn" when kind is FieldKind.Int or FieldKind.Long => rule.Values.All(Fits)
                ? null
                : "the values are no numbers",
            "Equal" when !Fits(rule.Value) => $"'{rule.Value}' is no '{type.ShortName()}'",
            "In" when rule.Values.Count == 0 => "it allows nothing",
            "Length" or "MinLength" or "MaxLength" or "MinItems" or "MaxItems" when rule.Value[0] == '-' => "it is negative",
            "MaxLength" or "Max" or "MaxItems" => earlier.FirstOrDefault(other => other.Name == "Min" + rule.Name.Substring(3)) is { } least &&
                long.Parse(least.Value, CultureInfo.InvariantCulture) > long.Parse(rule.Value, CultureInfo.InvariantCulture)
                ? $"it is less than {least.Name}"
                : null,
            _ => null,
        };
    }

    bool Fits(string value) => kind switch
    {
        FieldKind.Int or FieldKind.Long => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        FieldKind.Bool => value is "true" or "false",
        _ => true,
    };
}
