using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Parts without which the protocol refuses a trait.</summary>
static class RequiredParts
{
    /// <summary>One part of each row, whichever; what stands first is what the message names.</summary>
    static readonly Dictionary<string, string[][]> All = new(StringComparer.Ordinal)
    {
        ["VendorBuilder"] = [["VendorId"], ["VendorName"]],
        ["ScopeBindingBuilder"] = [["Role"], ["Scope"]],
        ["SecurityInsightBuilder"] = [["RiskScore", "RiskFactor", "Issue"], ["OfUser", "OfResource", "OfExternalResource", "OfAppUser"]],
    };

    /// <summary>What a <c>Map</c> method certainly leaves out.</summary>
    public static IEnumerable<string> MissingIn(IMethodSymbol map, string builder, CancellationToken cancellationToken) =>
        Missing(builder, parts => MapBody.SetsAny(map, cancellationToken, parts));

    /// <summary>What the attributes of a model leave out.</summary>
    public static IEnumerable<string> MissingIn(IReadOnlyCollection<string?> mapped, string builder) => Missing(builder, parts => parts.Any(mapped.Contains));

    static IEnumerable<string> Missing(string builder, Func<string[], bool> isSet) => All.TryGetValue(builder, out var required)
        ? required.Where(parts => !isSet(parts)).Select(static parts => string.Join(" or ", parts))
        : [];
}
