using Microsoft.CodeAnalysis;
using static Baton.Generators.Diagnostics.Area;
using static Baton.Generators.Diagnostics.DescriptorFactory;

namespace Baton.Generators.Diagnostics;

static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ParentIsIgnored = Error(
        "BATON2101",
        "Parent is not used",
        "'{0}.ListAsync' is called once for each {2}, but never uses '{1}', so it would list the same resources under each of them: ask for the children of '{1}.Id', or remove the parameter",
        ResourceTypes);

    public static readonly DiagnosticDescriptor AllPagesAsOne = Warning(
        "BATON2102",
        "All pages are returned as one",
        "'{0}.{1}' asks for one page after the other and returns all of them as one, so everything is in memory and a sync that was stopped begins again: return each page with its cursor, or yield the items from an IAsyncEnumerable",
        ResourceTypes);

    public static readonly DiagnosticDescriptor NextPageIsNotRead = Error(
        "BATON2103",
        "Next page is not asked for",
        "'{0}.{1}' never reads '{2}.{3}' of this answer, so the listing ends after the first page: return it as the cursor of the next page",
        ResourceTypes);

    public static readonly DiagnosticDescriptor PageNeverEnds = Error(
        DiagnosticIds.PageNeverEnds,
        "Listing never ends",
        "'{0}.{1}' names {2} as the cursor of the next page, so it would be asked for the same page for ever: return the position behind this page, or nothing after the last one",
        ResourceTypes);

    public static readonly DiagnosticDescriptor PositionInField = Warning(
        "BATON2105",
        "Position is kept in a field",
        "{0} of '{1}' keeps '{2}' between calls, but a sync may go on in another process, where it is empty: put it into the cursor",
        ResourceTypes);

    public static readonly DiagnosticDescriptor CollectionInField = Error(
        "BATON2106",
        "Listing fills a collection of its class",
        "{0} of '{1}' writes to the collection '{2}', which is empty after a restart and not safe when listings run at once: keep it in the session store, or ask the source again",
        ResourceTypes);

    public static readonly DiagnosticDescriptor TwoListsOneCursor = Warning(
        "BATON2107",
        "Two lists share one cursor",
        "'{0}.{1}' pages through a second list here, but its cursor is one value and cannot hold the position in both: list one after the other with a record as cursor that names the list, or make two resource types",
        ResourceTypes);
}
