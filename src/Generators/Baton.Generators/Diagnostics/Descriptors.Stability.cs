using Microsoft.CodeAnalysis;
using static Baton.Generators.Diagnostics.Area;
using static Baton.Generators.Diagnostics.DescriptorFactory;

namespace Baton.Generators.Diagnostics;

static partial class Descriptors
{
    const string Accept = " If that is meant, build once with -p:BatonAcceptShape=true, which changes connector.shape.json.";

    public static readonly DiagnosticDescriptor ResourceTypeIsGone = Error(
        DiagnosticIds.ResourceTypeIsGone,
        "Resource type of the last version is gone",
        "Resource type '{0}' is in connector.shape.json and {1}: C1 would take its resources and grants for deleted. Keep the id." + Accept,
        Stability);

    public static readonly DiagnosticDescriptor EntitlementIsGone = Error(
        DiagnosticIds.EntitlementIsGone,
        "Entitlement of the last version is gone",
        "Entitlement '{0}' of resource type '{1}' is in connector.shape.json and {2}: C1 would take its grants for revoked. Keep the slug." + Accept,
        Stability);

    public static readonly DiagnosticDescriptor IdRuleChanged = Error(
        DiagnosticIds.IdRuleChanged,
        "Ids are made in another way",
        "Ids of resource type '{0}' were made by '{1}' and are made by '{2}' now: where the two differ, C1 would delete each resource and create another. " +
        "Keep the ids." + Accept,
        Stability);

    public static readonly DiagnosticDescriptor ParentChanged = Error(
        DiagnosticIds.ParentChanged,
        "Parents of resources changed",
        "Resources of type '{0}' were listed {1} and are listed {2} now: C1 would lose those that move. Keep the parents." + Accept,
        Stability);

    public static readonly DiagnosticDescriptor TraitIsGone = Error(
        DiagnosticIds.TraitIsGone,
        "Trait of the last version is gone",
        "Resource type '{0}' had Trait.{1} and has {2} now: C1 would no longer treat its resources as it did. Keep the trait." + Accept,
        Stability);

    public static readonly DiagnosticDescriptor CapabilityIsGone = Error(
        DiagnosticIds.CapabilityIsGone,
        "Capability of the last version is gone",
        "{0} could do {1} and cannot any more, so tasks of C1 that rely on it would fail: keep the methods that give it." + Accept,
        Stability);

    public static readonly DiagnosticDescriptor SettingChanged = Error(
        DiagnosticIds.SettingChanged,
        "Setting of the last version changed",
        "Setting '{0}' {1}, so installations that run today would not start: {2}." + Accept,
        Stability);

    public static readonly DiagnosticDescriptor ShapeFileIsBroken = Error(
        "BATON7008",
        "connector.shape.json cannot be read",
        "'{0}' is not the shape of a connector: {1}. Take it from version control again, or delete it: the next build writes a new one.",
        Stability);
}
