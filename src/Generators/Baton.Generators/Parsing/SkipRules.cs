using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>What a type says it does not have, and what it says nevertheless.</summary>
static class SkipRules
{
    public static void Check(AttributeReader attribute, ResourceTypeModel model, INamedTypeSymbol type, IParseSink sink)
    {
        if (model.Options.SkipGrants && model.Grants.Count > 0)
            Report("SkipGrants", $"[Grants] method '{model.Grants[0].Method}'");
        if (!model.Options.SkipEntitlements)
            return;
        if (model.EntitlementsMethod is { } method)
            Report("SkipEntitlements", $"[Entitlements] method '{method.Method}'");
        else if (model.Entitlements.Count > 0)
            Report("SkipEntitlements", $"[Entitlement(\"{model.Entitlements[0].Slug}\")]");

        void Report(string property, string what) =>
            sink.Report(Descriptors.SkippedButListed, attribute.At(property), type.ShortName(), property, what);
    }
}
