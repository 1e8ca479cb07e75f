using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>What holds for exclusion groups: readers refuse a file in which it does not.</summary>
static class ExclusionRules
{
    const int MaxAcrossResources = 50;

    static readonly string[] Details = ["ExclusionOrder", "ExclusionDefault", "ExclusionAcrossResources"];

    /// <param name="entitlement">What was read from <paramref name="attribute"/>.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="earlier">The entitlements before it.</param>
    /// <param name="host">The class.</param>
    /// <param name="sink">Told what is wrong.</param>
    public static void Check(
        EntitlementModel entitlement, AttributeReader attribute, IEnumerable<EntitlementModel> earlier, INamedTypeSymbol host, IParseSink sink)
    {
        if (entitlement.Exclusion is not { } exclusion)
        {
            if (Details.FirstOrDefault(name => attribute.Named(name) is not null) is { } detail)
                Report(detail, $"{detail} is for a group, and ExclusionGroup names none");
            return;
        }
        var others = earlier.Where(other => other.Exclusion?.Group == exclusion.Group).ToList();
        if (others.FirstOrDefault(other => other.Exclusion!.AcrossResources != exclusion.AcrossResources) is { } differs)
            Report("ExclusionGroup", $"'{differs.Slug}' says otherwise whether group '{exclusion.Group}' spans all resources, so they would be in two groups");
        else if (exclusion.IsDefault && others.FirstOrDefault(static other => other.Exclusion!.IsDefault) is { } first)
            Report("ExclusionDefault", $"'{first.Slug}' is the default of group '{exclusion.Group}' already");
        else if (others.Count == MaxAcrossResources)
            Report("ExclusionGroup", $"group '{exclusion.Group}' has {MaxAcrossResources} entitlements already, and more are not allowed");

        void Report(string property, string reason) => sink.Report(
            Descriptors.ExclusionGroupIsInvalid, attribute.At(property), entitlement.Slug, host.ShortName(), reason);
    }
}
