namespace Baton.Generators.Tests.Corpus;

static partial class Sources
{
    /// <summary>Single resources: a class, a struct, a child; with a task and a value task.</summary>
    public const string Targeted = Usings + """
        namespace Acme
        {
            public sealed record Shelf(string Id, string[] Readers);

            [ResourceType("shelf", Trait.Group)]
            [Entitlement("read")]
            [Grantable("read", typeof(Books))]
            public sealed partial class Shelves
            {
                public IEnumerable<Shelf> ListAsync() => [];

                public async Task<Shelf?> GetAsync(ResourceKey key, CancellationToken ct)
                {
                    await Task.Delay(0, ct);
                    return key.Id switch
                    {
                        "gone" => null,
                        "swapped" => new("another", []),
                        var id => new(id, ["b1", "b2"]),
                    };
                }

                static void Map(Shelf shelf, GroupBuilder group) => group.Id(shelf.Id);

                [Grants("read")]
                public static IEnumerable<Grantee> Readers(Shelf shelf) => shelf.Readers.Select(id => Grantee.Of<Books>(id));
            }

            public readonly record struct Book(string Id);

            [ResourceType("book")]
            public sealed partial class Books
            {
                public static IEnumerable<Book> ListAsync(ResourceKey<Shelves> shelf) => [];

                public static ValueTask<Book?> GetAsync(ResourceKey key) => new(key.Parent?.Id == "s1" ? new Book(key.Id) : null);

                static void Map(Book book, PlainBuilder resource) => resource.Id(book.Id);
            }

            [ResourceType("page")]
            public sealed partial class Pages
            {
                public static IEnumerable<Book> ListAsync() => [];

                public Task<Book> GetAsync(CancellationToken ct, ResourceKey<Pages> key) => Task.FromResult(new Book(key.Id));

                string GetAsync(string helper) => helper;

                public override string ToString() => GetAsync("left alone");

                static void Map(Book book, PlainBuilder resource) => resource.Id(book.Id);
            }
        }
        """;
}
