using System.Collections.Immutable;
using System.Text;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads actions, event feeds and tickets of the connector's class.</summary>
sealed class ConnectorTasksParser(INamedTypeSymbol host, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    const int LongestId = 1024;

    public ConnectorTasksModel Parse() => new()
    {
        Actions = new ActionParser(host, compilation, sink, cancellationToken).Parse(),
        EventFeeds = EventFeeds(),
        HasAssets = host.AllInterfaces.Any(static contract => contract.Is(KnownTypes.AssetReader)),
        HasTickets = host.AllInterfaces.Any(static contract => contract.Is(KnownTypes.TicketSystem)),
    };

    EquatableArray<EventFeedModel> EventFeeds()
    {
        var feeds = ImmutableArray.CreateBuilder<EventFeedModel>();
        foreach (var (method, attribute) in new TaskMethodParser(host, compilation, sink, cancellationToken).All(KnownTypes.EventFeed))
        {
            var id = attribute.Text(0) ?? "";
            var kinds = attribute.Elements(1).Select(AttributeReader.EnumMember).ToList();
            var (place, problem) = 0 switch
            {
                _ when string.IsNullOrWhiteSpace(id) || Encoding.UTF8.GetByteCount(id) > LongestId => (attribute.At(0), $"an id has 1 to {LongestId} bytes"),
                _ when feeds.Any(other => other.Id == id) => (attribute.At(0), "another feed has the id: give it one of its own"),
                _ when kinds.Count == 0 => (attribute.Location, "it names no kind of event"),
                _ when kinds.Contains(null) => (attribute.AtElement(1, kinds.IndexOf(null)), "a kind of event does not exist"),
                _ when kinds.Distinct(StringComparer.Ordinal).Count() < kinds.Count => (attribute.Location, "it names a kind of event twice"),
                _ => default((Location?, string?)),
            };
            if (problem is not null)
                sink.Report(Descriptors.EventFeedIsInvalid, place ?? host.FirstLocation(), id, host.ShortName(), problem);
            else if (Read(method, id, kinds) is { } feed)
                feeds.Add(feed);
        }
        return new(feeds.ToImmutable());
    }

    EventFeedModel? Read(IMethodSymbol method, string id, IEnumerable<string?> kinds)
    {
        void Reject(Location? where, string problem) => sink.Report(
            Descriptors.TaskMethodIsUnsupported, where ?? host.FirstLocation(), host.ShortName(), method.Name, "EventFeed", problem, Signatures.EventFeed);

        if (method.ReturnType.HasErrors())
            return null;
        var page = method.ReturnType.Is(KnownTypes.TaskOf) ? ((INamedTypeSymbol)method.ReturnType).TypeArguments[0] : null;
        var type = page.Is(KnownTypes.EventPage) ? compilation.GetSpecialType(SpecialType.System_String)
            : page.Is(KnownTypes.TypedEventPage) ? ((INamedTypeSymbol)page!).TypeArguments[0]
            : null;
        var cursor = type is null ? null : CursorParser.Parse(type, cancellationToken);
        if (cursor is null)
        {
            Reject(method.ReturnTypePlace(cancellationToken), type is null
                ? $"its result '{method.ReturnType.ShortName()}' is not among the supported ones" : CursorRules.Unsupported(type));
            return null;
        }
        var arguments = new ArgumentReader(method, Reject, cancellationToken).Read(parameter =>
            CursorRules.Takes(parameter, type) && (cursor.Kind != CursorKind.Int || parameter.AcceptsNull()) ? ArgumentKind.Cursor
            : parameter.Is(KnownTypes.DateTimeOffset) ? ArgumentKind.Since
            : parameter.SpecialType == SpecialType.System_Int32 ? ArgumentKind.PageSize
            : null);
        if (arguments is not { } kinds2)
            return null;
        if (!kinds2.Contains(ArgumentKind.Cursor))
        {
            Reject(method.FirstLocation(), $"it does not take the cursor, a '{type!.ShortName()}?'");
            return null;
        }
        return new(method.EscapedName(), method.IsStatic, id, EquatableArray.From(kinds.OfType<string>()), cursor, kinds2);
    }
}
