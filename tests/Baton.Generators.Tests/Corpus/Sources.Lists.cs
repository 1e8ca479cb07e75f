namespace Baton.Generators.Tests.Corpus;

static partial class Sources
{
    /// <summary>A type that lists at the root and one that lists under it, and under a second type.</summary>
    public const string Children = Usings + """
        namespace Acme
        {
            public sealed record Org(string Id);

            public sealed record Team(string Id, string Name);

            public sealed record Key(string Id);

            [ResourceType("org")]
            public sealed partial class Orgs
            {
                public IAsyncEnumerable<Org> ListAsync(CancellationToken ct) => new[] { new Org("o1"), new Org("o2") }.ToAsync();

                static void Map(Org o, PlainBuilder r) => r.Id(o.Id);
            }

            [ResourceType("team", Trait.Group)]
            public sealed partial class Teams
            {
                public IAsyncEnumerable<Team> ListAsync(CancellationToken ct) => new[] { new Team("t0", "root") }.ToAsync();

                public IAsyncEnumerable<Team> ListAsync(ResourceKey<Orgs> org, CancellationToken ct) => new[] { new Team("t-" + org.Id, org.Id) }.ToAsync();

                static void Map(Team t, GroupBuilder r) => r.Id(t.Id).DisplayName(t.Name);
            }

            [ResourceType("key", Trait.Secret, DisplayName = "API key", Description = "A key of an org or a team.")]
            public sealed partial class Keys
            {
                public IEnumerable<Key> ListAsync(ResourceKey<Orgs> org) => [new("org-key-" + org.Id)];

                public Task<Page<Key>> ListAsync(ResourceKey<Teams> team, string? cursor, CancellationToken ct) =>
                    Task.FromResult(new Page<Key>([new($"{team.Id}-{cursor ?? "first"}")], cursor is null ? "second" : null));

                static void Map(Key k, SecretBuilder r) => r.Id(k.Id);
            }

            static class Sequences
            {
                public static async IAsyncEnumerable<T> ToAsync<T>(this IEnumerable<T> items)
                {
                    await Task.Yield();
                    foreach (var item in items)
                        yield return item;
                }
            }
        }
        """;

    /// <summary>Pages with a text, a number, a record and a record struct as the cursor; some methods are static.</summary>
    public const string Pages = Usings + """
        namespace Acme
        {
            public sealed record Row(string Id);

            public sealed record Where(string After, string? Until, int Page, long? Offset, bool Deep, double Score);

            public readonly record struct Place(string Shard, int? Row);

            [ResourceType("by-text")]
            public sealed partial class ByText
            {
                public static Task<Page<Row>> ListAsync(string? cursor, CancellationToken ct) => Task.FromResult(cursor switch
                {
                    null => new Page<Row>([new("a")], "b"),
                    "b" => new Page<Row>([], "c"),
                    _ => new Page<Row>([new("c")]),
                });

                static void Map(Row row, PlainBuilder r) => r.Id(row.Id);
            }

            [ResourceType("by-number")]
            public sealed partial class ByNumber
            {
                public Task<Page<Row, int>> ListAsync(int? cursor, CancellationToken ct) => Task.FromResult<Page<Row, int>>(cursor switch
                {
                    null => new([new("n0")], 0),
                    < 2 => new([new("n" + (cursor + 1))], cursor.Value + 1),
                    _ => new([]),
                });

                static void Map(Row row, PlainBuilder r) => r.Id(row.Id);
            }

            [ResourceType("by-offset")]
            public sealed partial class ByOffset
            {
                public Task<Page<Row, long?>> ListAsync(long? cursor) =>
                    Task.FromResult(new Page<Row, long?>([new("o" + (cursor ?? 0))], cursor is null or < 2 ? (cursor ?? 0) + 1 : null));

                static void Map(Row row, PlainBuilder r) => r.Id(row.Id);
            }

            [ResourceType("by-record")]
            [Entitlement("use")]
            [Grantable("use", typeof(ByText))]
            public sealed partial class ByRecord
            {
                public Task<Page<Row, Where>> ListAsync(CancellationToken ct, Where? cursor) => Task.FromResult<Page<Row, Where>>(cursor is null
                    ? new([new("first")], new("ä\"\\", null, int.MinValue, long.MaxValue, true, 0.1))
                    : new([new(cursor.ToString())], null));

                [Grants("use")]
                public Task<Page<Grantee, Place>> HoldersAsync(ResourceKey resource, Place? cursor, CancellationToken ct) =>
                    Task.FromResult<Page<Grantee, Place>>(cursor is { } place
                        ? new([Grantee.Of<ByText>($"{resource.Id}/{place.Shard}/{place.Row}")])
                        : new([], new Place("s", null)));

                static void Map(Row row, PlainBuilder r) => r.Id(row.Id);
            }
        }
        """;
}
