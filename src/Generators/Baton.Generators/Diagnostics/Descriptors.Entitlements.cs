using Microsoft.CodeAnalysis;
using static Baton.Generators.Diagnostics.Area;
using static Baton.Generators.Diagnostics.DescriptorFactory;

namespace Baton.Generators.Diagnostics;

static partial class Descriptors
{
    public static readonly DiagnosticDescriptor SlugIsInvalid = Error(
        "BATON3001",
        "Slug is invalid",
        "'{0}' cannot be the slug of an entitlement of '{1}': {2}. Use a short word that will never change, for example \"member\".",
        Entitlements);

    public static readonly DiagnosticDescriptor SlugIsAmbiguous = Warning(
        DiagnosticIds.SlugIsAmbiguous,
        "Slug makes ids ambiguous",
        "Slug '{0}' of '{1}' contains {2}, and it is part of entitlement and grant ids, whose parts are joined by ':': use letters, digits, '-' and '_'",
        Entitlements);

    public static readonly DiagnosticDescriptor DuplicateSlug = Error(
        "BATON3003",
        "Two entitlements have one slug",
        "'{0}' declares entitlement '{1}' twice: remove one, or give it a slug of its own",
        Entitlements);

    public static readonly DiagnosticDescriptor SlugIsNotDeclared = Error(
        DiagnosticIds.SlugIsNotDeclared,
        "Entitlement is not declared",
        "[{0}] names entitlement '{1}', which '{2}' does not declare: add [Entitlement(\"{1}\")] to the class{3}",
        Entitlements);

    public static readonly DiagnosticDescriptor GrantableToUnregisteredType = Error(
        DiagnosticIds.GrantableToUnregisteredType,
        "Grantable to a type that is not registered",
        "Entitlement '{0}' of '{1}' is grantable to '{2}', which is not a resource type of this connector: mark '{2}' with [ResourceType] or leave it out",
        Entitlements);

    public static readonly DiagnosticDescriptor GrantsMethodIsUnsupported = Error(
        "BATON3006",
        "Signature of a [Grants] method is unsupported",
        "'{1}.{2}' cannot be called for its [Grants]: {3}. Supported: " + Signatures.Grants + ".",
        Entitlements);

    public static readonly DiagnosticDescriptor ProvisioningMethodIsUnsupported = Error(
        "BATON3007",
        "Signature of a [Grant] or [Revoke] method is unsupported",
        "'{1}.{2}' cannot be called for its [{3}]: {4}. Supported: " + Signatures.Provisioning + ".",
        Entitlements);

    public static readonly DiagnosticDescriptor SlugHasTwoMethods = Error(
        "BATON3008",
        "Two methods for one entitlement",
        "Entitlement '{0}' of '{1}' has two [{2}] methods, '{3}' and '{4}': make it one method",
        Entitlements);

    public static readonly DiagnosticDescriptor GrantWithoutRevoke = Error(
        DiagnosticIds.GrantWithoutRevoke,
        "Grant without revoke, or the reverse",
        "Entitlement '{0}' of '{1}' has a [{2}] method but no [{3}] method, so it cannot be provisioned: add the other one",
        Entitlements);

    public static readonly DiagnosticDescriptor NobodyCanHoldEntitlement = Warning(
        "BATON3010",
        "Nobody can hold the entitlement",
        "Entitlement '{0}' of '{1}' is there to be held, but nothing says by whom: add [Grantable(\"{0}\", typeof(…))] with the resource types of its principals",
        Entitlements);

    public static readonly DiagnosticDescriptor PurposeIsUndefined = Error(
        "BATON3011",
        "Purpose is undefined",
        "Purpose '{0}' of entitlement '{1}' of '{2}' is no member of Baton.Purpose: use one that is",
        Entitlements);

    public static readonly DiagnosticDescriptor ExpandedSlugIsNotDeclared = Error(
        "BATON3012",
        "Expanded entitlement is not declared",
        "The grant expands entitlement '{0}' of the principal, but '{1}' does not declare it ({2}): expand one that it declares",
        Entitlements);

    public static readonly DiagnosticDescriptor NamedSlugIsNotDeclared = Error(
        DiagnosticIds.NamedSlugIsNotDeclared,
        "Named entitlement is not declared",
        "'{0}' names entitlement '{1}', which '{2}' does not declare ({3}): name one that it declares",
        Entitlements);

    public static readonly DiagnosticDescriptor GranteeIsNotGrantable = Error(
        "BATON3013",
        "Principal's type is not grantable",
        "Entitlement '{0}' of '{1}' is granted to a resource of '{2}', which its [Grantable] does not name: add typeof({2}) there",
        Entitlements);

    public static readonly DiagnosticDescriptor NothingToHold = Warning(
        DiagnosticIds.NothingToHold,
        "Group or role without an entitlement",
        "'{0}' is a {1}, but nobody can be in it, since it declares no entitlement: add [Entitlement(\"{2}\", Purpose = Purpose.Assignment)] and say with [Grantable] who can hold it",
        Entitlements);
}
