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
        DiagnosticIds.NextPageIsNotRead,
        "Next page is not asked for",
        "'{0}.{1}' never reads '{2}.{3}' of this answer, so the listing ends after the first page: return it as the cursor of the next page",
        ResourceTypes);

    public static readonly DiagnosticDescriptor PageNeverEnds = Error(
        "BATON2104",
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

    public static readonly DiagnosticDescriptor IdChanges = Warning(
        "BATON2108",
        "Id changes with the resource",
        "'{0}' takes '{1}' for the id, which can change, and then looks like one resource deleted and another created: use the identifier that the source never changes",
        ResourceTypes);

    public static readonly DiagnosticDescriptor NumberLosesPrecision = Warning(
        DiagnosticIds.NumberLosesPrecision,
        "Number loses precision in the profile",
        "'{0}' puts a 64-bit number into the profile as '{1}', where numbers are doubles and lose digits beyond 2^53: use its text",
        ResourceTypes);

    public static readonly DiagnosticDescriptor TimeHasNoZone = Warning(
        DiagnosticIds.TimeHasNoZone,
        "Time has no time zone",
        "'{0}' maps '{1}', a DateTime, whose time zone is that of the machine unless its kind is Utc: use a DateTimeOffset, or DateTime.SpecifyKind(…, DateTimeKind.Utc) when the source means UTC",
        ResourceTypes);

    public static readonly DiagnosticDescriptor BotIsHuman = Warning(
        "BATON2111",
        "Account of a program is mapped as human",
        "'{0}' calls every account human, although '{1}.{2}' tells which are not: choose AccountType by it",
        ResourceTypes);

    public static readonly DiagnosticDescriptor UserIsBare = Warning(
        "BATON2112",
        "User has neither status, login nor e-mail address",
        "'{0}' maps neither status, login nor e-mail address of its users, so C1 can neither match them with people nor see who is active: call Status, Login or Email",
        ResourceTypes);

    public static readonly DiagnosticDescriptor OneCallForEachRow = Warning(
        "BATON2113",
        "One call for each row, where one serves many",
        "{0} of '{1}' calls '{2}' for each row, although '{4}.{3}' takes many: collect a page of them and ask once",
        ResourceTypes);

    public static readonly DiagnosticDescriptor RequiredPartIsMissing = Error(
        "BATON2114",
        "Required part of the trait is not mapped",
        "'{0}' never sets {2} of its {1}, without which readers refuse the resource: call it in Map",
        ResourceTypes);
}
