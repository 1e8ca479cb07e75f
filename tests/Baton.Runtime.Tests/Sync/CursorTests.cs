namespace Baton.Runtime.Tests.Sync;

/// <summary>Listings that would never end.</summary>
public sealed class CursorTests : SyncTest
{
    static FakeSyncer Walking(Func<string?, string?> next, Action<string?>? asked = null) => new(Users.Definition)
    {
        Pages = (_, cursor, _) =>
        {
            asked?.Invoke(cursor);
            return Task.FromResult(new Page<Item>([new("u" + cursor)], next(cursor)));
        },
    };

    [Fact]
    public async Task The_same_token_again_is_an_error()
    {
        var failure = await FailAsync(Walking(static _ => "stuck"));
        Assert.Equal(ErrorCode.Internal, failure.Code);
        Assert.Contains("likely a bug in the connector", failure.Message);
        Assert.Contains("\"stuck\"", failure.Message);
        Assert.Contains("listing resource type \"user\"", failure.Message);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(0, 3)]
    [InlineData(5, 2)]
    [InlineData(1, 100)]
    [InlineData(1000, 7)]
    public async Task A_circle_of_tokens_is_found(int before, int length)
    {
        var pages = 0;
        var failure = await FailAsync(Walking(
            cursor =>
            {
                var at = int.Parse(cursor ?? "0") + 1;
                return $"{(at == before + length + 1 ? before + 1 : at)}";
            },
            _ => pages++));
        Assert.Equal(ErrorCode.Internal, failure.Code);
        Assert.Contains("the pages go in a circle", failure.Message);
        Assert.InRange(pages, length, (3 * (before + length)) + 3);
    }

    [Fact]
    public async Task Many_pages_are_no_circle()
    {
        var summary = await SyncAsync(Walking(static cursor => cursor == "4999" ? null : $"{int.Parse(cursor ?? "0") + 1}"));
        Assert.Equal(5000, summary.Total.Resources);
    }

    [Fact]
    public async Task Empty_pages_with_a_next_one_go_on()
    {
        var summary = await SyncAsync(new FakeSyncer(Users.Definition)
        {
            Pages = static (_, cursor, _) => Task.FromResult(
                cursor == "9" ? new Page<Item>([new("u")]) : new Page<Item>([], $"{int.Parse(cursor ?? "0") + 1}")),
        });
        Assert.Equal(1, summary.Total.Resources);
    }

    [Fact]
    public async Task A_token_beyond_the_limit_is_an_error()
    {
        var failure = await FailAsync(Walking(static cursor => cursor is null ? new string('x', (1 << 20) + 1) : null));
        Assert.Equal(ErrorCode.Internal, failure.Code);
        Assert.Contains("1048577 bytes", failure.Message);
    }

    [Fact]
    public async Task The_limit_is_one_of_bytes()
    {
        var failure = await FailAsync(Walking(static cursor => cursor is null ? new string('é', (1 << 19) + 1) : null));
        Assert.Contains("1048578 bytes", failure.Message);
    }

    [Fact]
    public async Task Tokens_may_repeat_between_resources_and_slugs()
    {
        static Task<Page<Grantee>> Two(ResourceKey group, string? cursor, CancellationToken cancellationToken) =>
            Task.FromResult(new Page<Grantee>([Grantee.User<Users>("u" + cursor)], cursor is null ? "2" : null));

        var summary = await SyncAsync(new FakeSyncer(Users.Definition), new FakeSyncer(Groups.Definition)
        {
            Items = Item.Numbered("g", 3),
            PerResource = { ["member"] = Two, ["owner"] = Two },
        });
        Assert.Equal(12, summary.Total.Grants);
    }
}
