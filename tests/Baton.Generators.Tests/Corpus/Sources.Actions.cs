namespace Baton.Generators.Tests.Corpus;

static partial class Sources
{
    /// <summary>Actions of a connector and of a type, event feeds with every kind of cursor, and tickets.</summary>
    public const string Actions = Usings + """
        namespace Acme
        {
            public sealed record Person(string Id);

            public enum Level { Low, VeryHigh }

            public sealed record Report(string Text, int Count, long? Total, bool Fine, Level Level, Level? Former, IReadOnlyList<string> Lines,
                IReadOnlyDictionary<string, string> Tags, ResourceKey Who, ResourceKey<People>? Other, IReadOnlyList<ResourceKey> All);

            public sealed record Copied(ActionResource Copy, IReadOnlyList<ActionResource>? Others, IReadOnlyList<ActionEntitlement> Offers, IReadOnlyList<ActionGrant> Held);

            [ResourceType("person", Trait.User)]
            public sealed partial class People
            {
                public static IEnumerable<Person> ListAsync() => [];

                static void Map(Person person, UserBuilder user) => user.Id(person.Id);

                [Action("lock", ActionType.AccountDisable, DisplayName = "Lock \"it\"", Description = "Locks")]
                [ActionConstraint(ActionConstraintKind.RequiredTogether, nameof(reason), nameof(@class))]
                [ActionConstraint(ActionConstraintKind.DependentOn, nameof(level), On = [nameof(reason)])]
                static async Task LockAsync(ResourceKey<People> person, CancellationToken ct, string? reason, Level level = Level.VeryHigh, string? @class = null)
                {
                    await Task.Delay(0, ct);
                    throw new ConnectorException(ErrorCode.FailedPrecondition, $"{person} {reason} {level} {@class}");
                }
            }

            public sealed record Position(long At, string? Shard);

            [Connector("baton-acme")]
            public sealed partial class AcmeConnector : ITicketSystem, IAssetReader
            {
                [Action("report")]
                public Task<Report> ReportAsync([FormField(Name = "people", Description = "Whom", MaxItems = 9, Unique = true)] IReadOnlyList<ResourceKey> who, long number, IReadOnlyDictionary<string, string> tags) =>
                    Task.FromResult(new Report("t", who.Count, number, true, Level.VeryHigh, null, ["a"], tags, who[0], null, who));

                [Action("copy")]
                public static Task<Copied> CopyAsync(ActionResource from, IReadOnlyList<ActionResource>? also, IReadOnlyList<ActionEntitlement> offers, IReadOnlyList<ActionGrant> held) =>
                    Task.FromResult(new Copied(from, also, offers, [.. held, new(offers[0], from.Key)]));

                Task<Asset?> IAssetReader.AssetAsync(string id, CancellationToken ct) =>
                    Task.FromResult<Asset?>(id == "gone" ? null : new("image/png", new System.IO.MemoryStream([1, 2])));

                [Action("ping")]
                public static Task PingAsync() => Task.CompletedTask;

                [EventFeed("text", EventKind.Usage)]
                public Task<EventPage> TextAsync(DateTimeOffset since, string? cursor, CancellationToken ct) =>
                    Task.FromResult(new EventPage([SourceEvent.Changed("1", since, new("person", cursor ?? "first"))], "next", cursor is null));

                [EventFeed("number", EventKind.CreateGrant, EventKind.CreateRevoke)]
                public static Task<EventPage<int>> NumberAsync(int? cursor, int size) => Task.FromResult(new EventPage<int>([], (cursor ?? 0) + size));

                [EventFeed("record", EventKind.ResourceChange)]
                Task<EventPage<Position>> RecordAsync(Position? position) =>
                    Task.FromResult(new EventPage<Position>([], position is null ? new(1, null) : position with { At = position.At + 1, Shard = "s" }, true));

                async IAsyncEnumerable<TicketSchema> ITicketSystem.SchemasAsync([EnumeratorCancellation] CancellationToken ct)
                {
                    await Task.Delay(0, ct);
                    yield return new("bug", "Bug");
                }

                Task<Ticket?> ITicketSystem.GetAsync(string id, CancellationToken ct) => Task.FromResult<Ticket?>(id == "gone" ? null : new(id, "T"));

                Task<Ticket> ITicketSystem.CreateAsync(NewTicket ticket, TicketSchema schema, CancellationToken ct) =>
                    Task.FromResult(new Ticket(schema.Id + "-1", ticket.DisplayName));
            }
        }
        """;
}
