using Microsoft.CodeAnalysis;
using static Baton.Generators.Diagnostics.Area;
using static Baton.Generators.Diagnostics.DescriptorFactory;

namespace Baton.Generators.Diagnostics;

static partial class Descriptors
{
    public static readonly DiagnosticDescriptor IdIsMadeByHand = Warning(
        DiagnosticIds.IdIsMadeByHand,
        "Id is made or taken apart by hand",
        "An id is {0} by hand: {1}",
        Entitlements);

    public static readonly DiagnosticDescriptor MethodDoesNothing = Error(
        "BATON3102",
        "Method does nothing",
        "{0} of '{1}' {2}, but the connector says that it can do this: call the source, or remove the method",
        Entitlements);

    public static readonly DiagnosticDescriptor NeverAlready = Warning(
        "BATON3103",
        "Outcome never says that nothing had to be done",
        "{0} of '{1}' returns an outcome but never {2}, so a task that is repeated fails or claims a change: return it when the source says that there was nothing to do",
        Entitlements);

    public static readonly DiagnosticDescriptor IdsAreSwapped = Error(
        DiagnosticIds.IdsAreSwapped,
        "Ids are swapped",
        "'{0}' gets the ids in the wrong order: what goes into '{1}' belongs into '{2}', and the reverse",
        Entitlements);

    public static readonly DiagnosticDescriptor ContextFromParent = Warning(
        "BATON3105",
        "Context is taken from a parent",
        "{0} of '{1}' reads the parent of '{2}', which need not be the tenant that the entitlement belongs to: take the tenant from the configuration, or make it part of the resource's own id",
        Entitlements);

    public static readonly DiagnosticDescriptor GranteeIsNotRegistered = Error(
        "BATON3106",
        "Resource type of another assembly",
        "'{0}' names '{1}', which is not a resource type of this connector, so nothing lists its resources: name a class with [ResourceType] of this project",
        Entitlements);

    public static readonly DiagnosticDescriptor EntitlementIsTheSameForEach = Warning(
        "BATON3107",
        "Entitlements do not differ from resource to resource",
        "{0} of '{1}' yields the same entitlements for each resource ({2}): declare them with [Entitlement] on the class, and nothing has to be called",
        Entitlements);
}
