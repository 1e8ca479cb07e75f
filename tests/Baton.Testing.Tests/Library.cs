using System.Globalization;

namespace Baton.Testing.Tests;

/// <summary>A connector whose settings choose what it finds, and what it gets wrong.</summary>
[Connector("baton-library", DisplayName = "Library")]
public sealed partial class LibraryConnector(LibraryConfig config)
{
#pragma warning disable BATON1101 // there is no source that could be asked
    public Task ValidateAsync(CancellationToken ct) => config.Readers >= 0
        ? Task.CompletedTask
        : Task.FromException(new ConnectorException(ErrorCode.InvalidArgument, "--readers must not be negative"));
#pragma warning restore BATON1101
}

[ConnectorConfig]
public sealed partial record LibraryConfig
{
    [Field(Description = "How many readers there are")]
    public int Readers { get; init; } = 3;

    [Field(Description = "Lend a book to somebody who is not a reader")]
    public bool LendToStranger { get; init; }
}

public sealed record Reader([property: Map(To.Id), Map(To.Login)] string Id, [property: Map(To.DisplayName)] string Name);

public sealed record Book([property: Map(To.Id)] string Id, [property: Map(To.DisplayName)] string Title);

[ResourceType("reader", Trait.User)]
public sealed partial class Readers(LibraryConfig config)
{
    public IEnumerable<Reader> ListAsync() =>
        Enumerable.Range(1, config.Readers).Select(n => new Reader(n.ToString(CultureInfo.InvariantCulture), $"Reader {n}"));
}

[ResourceType("book", Trait.App)]
[Entitlement("borrowed", Purpose = Purpose.Assignment)]
[Grantable("borrowed", typeof(Readers))]
public sealed partial class Books(LibraryConfig config)
{
    public IEnumerable<Book> ListAsync() => [new("b1", "Emma")];

    [Grants("borrowed")]
    public IEnumerable<Grantee> Borrowers(Book book)
    {
        yield return Grantee.User<Readers>("1");
        if (config.LendToStranger)
            yield return Grantee.User<Readers>($"stranger-of-{book.Id}");
    }
}
