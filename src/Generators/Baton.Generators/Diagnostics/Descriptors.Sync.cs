using Microsoft.CodeAnalysis;
using static Baton.Generators.Diagnostics.Area;
using static Baton.Generators.Diagnostics.DescriptorFactory;

namespace Baton.Generators.Diagnostics;

static partial class Descriptors
{
    public static readonly DiagnosticDescriptor GetAsyncIsUnsupported = Error(
        "BATON2051",
        "Signature of GetAsync is unsupported",
        "'{1}.GetAsync' cannot be called: {2}. Supported: " + Signatures.Get + ".",
        ResourceTypes);

    public static readonly DiagnosticDescriptor GetAsyncIgnoresParent = Error(
        "BATON2052",
        "GetAsync ignores the parent",
        "Resources of '{0}' are listed only under parents, and GetAsync does not look at the parent of the one that it is asked for: {1}",
        ResourceTypes);

    public static readonly DiagnosticDescriptor ExclusionGroupIsInvalid = Error(
        "BATON3052",
        "Exclusion group is invalid",
        "Entitlement '{0}' of '{1}' cannot be in an exclusion group like this: {2}",
        Entitlements);

    public static readonly DiagnosticDescriptor SkippedButListed = Warning(
        "BATON3053",
        "Skipped, but listed",
        "'{0}' sets {1}, so a sync never asks its {2}: remove one of the two",
        Entitlements);

    public static readonly DiagnosticDescriptor EntitlementsMethodIsUnsupported = Error(
        "BATON3051",
        "Signature of an [Entitlements] method is unsupported",
        "'{1}.{2}' cannot be called for its [Entitlements]: {3}. Supported: " + Signatures.EntitlementsMethod + ".",
        Entitlements);
}
