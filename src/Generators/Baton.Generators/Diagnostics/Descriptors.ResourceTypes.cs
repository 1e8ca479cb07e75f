using Microsoft.CodeAnalysis;
using static Baton.Generators.Diagnostics.Area;
using static Baton.Generators.Diagnostics.DescriptorFactory;

namespace Baton.Generators.Diagnostics;

static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ResourceTypeIdIsInvalid = Error(
        "BATON2001",
        "Id of the resource type is invalid",
        "'{0}' cannot be the id of resource type '{1}': {2}. Use a short word that will never change, for example \"user\".",
        ResourceTypes);

    public static readonly DiagnosticDescriptor ResourceTypeIdIsAmbiguous = Warning(
        DiagnosticIds.ResourceTypeIdIsAmbiguous,
        "Id of the resource type makes ids ambiguous",
        "Id '{0}' of resource type '{1}' contains {2}, and it is part of every entitlement and grant id, whose parts are joined by ':': use letters, digits, '-' and '_'",
        ResourceTypes);

    public static readonly DiagnosticDescriptor DuplicateResourceTypeId = Error(
        "BATON2003",
        "Two resource types have one id",
        "Resource type id '{0}' is used by '{1}' and by '{2}': give each type an id of its own",
        ResourceTypes);

    public static readonly DiagnosticDescriptor IdIsNotMapped = Error(
        "BATON2004",
        "No id is mapped",
        "Resources of '{0}' get no id: {1}",
        ResourceTypes);

    public static readonly DiagnosticDescriptor PartIsMappedTwice = Error(
        "BATON2005",
        "Part of the resource is mapped twice",
        "{0} of '{1}' is mapped from '{2}' and from '{3}': keep one of them",
        ResourceTypes);

    public static readonly DiagnosticDescriptor PropertyCannotBeMapped = Error(
        "BATON2006",
        "Property cannot be mapped",
        "'{0}.{1}' cannot be mapped to {2}: {3}",
        ResourceTypes);

    public static readonly DiagnosticDescriptor PartDoesNotFitTrait = Error(
        "BATON2007",
        "Mapped part does not fit the trait",
        "'{0}.{1}' is mapped to To.{2}, but resource type '{3}' is mapped by {4}, which has no such part: {5}",
        ResourceTypes);

    public static readonly DiagnosticDescriptor BuilderDoesNotFitTrait = Error(
        "BATON2008",
        "Map does not yield the declared trait",
        "'{0}.Map' takes a {1}, but [ResourceType] declares {2}: {3}",
        ResourceTypes);

    public static readonly DiagnosticDescriptor TraitIsInvalid = Error(
        "BATON2009",
        "Trait is invalid",
        "Trait '{0}' of resource type '{1}' {2}: name each trait once, by a member of Baton.Trait",
        ResourceTypes);

    public static readonly DiagnosticDescriptor ListAsyncIsMissing = Error(
        "BATON2010",
        "ListAsync is missing",
        "Resource type '{0}' has no ListAsync method: add one. Supported: " + Signatures.List + ".",
        ResourceTypes);

    public static readonly DiagnosticDescriptor ListAsyncIsUnsupported = Error(
        "BATON2011",
        "Signature of ListAsync is unsupported",
        "'{0}.ListAsync' cannot be called: {1}. Supported: " + Signatures.List + ".",
        ResourceTypes);

    public static readonly DiagnosticDescriptor ListAsyncOverloadsDisagree = Error(
        "BATON2012",
        "Overloads of ListAsync disagree",
        "Two ListAsync methods of '{0}' {1}: {2}",
        ResourceTypes);

    public static readonly DiagnosticDescriptor ParentIsNotRegistered = Error(
        DiagnosticIds.ParentIsNotRegistered,
        "Parent is not a resource type of this connector",
        "'{0}' lists resources under '{1}', which is not a resource type of this connector, so the method would never be called: mark '{1}' with [ResourceType]",
        ResourceTypes);

    public static readonly DiagnosticDescriptor MapIsUnsupported = Error(
        "BATON2014",
        "Signature of Map is unsupported",
        "'{0}.Map' cannot be called: {1}. Supported: 'static void Map({2} model, {3} resource)', the same with result {3}.",
        ResourceTypes);

    public static readonly DiagnosticDescriptor ResourcesAreNeverListed = Error(
        "BATON2015",
        "Resources are never listed",
        "Resources of '{0}' are listed only under parents that are themselves never listed ({1}): add a ListAsync method without a parent to one of them",
        ResourceTypes);

    public static readonly DiagnosticDescriptor TextIsTooLong = Error(
        "BATON2016",
        "Text is too long",
        "{0} of '{1}' has {2} bytes as UTF-8, and at most {3} are allowed: shorten it",
        ResourceTypes);

    public static readonly DiagnosticDescriptor AttributeHasNoEffect = Warning(
        "BATON2017",
        "Attribute has no effect",
        "[{0}] on '{1}' has no effect: {2}",
        ResourceTypes);
}
