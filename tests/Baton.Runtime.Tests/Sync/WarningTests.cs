using System.Text.Json;
using Baton.CompilerServices;
using Baton.Sync;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Sources that do not find what was asked: how much of it a sync bears.</summary>
public sealed class WarningTests : SyncTest
{
    // Without entitlements, so that only listings count as actions: four, and one for the grants of each resource.
    static readonly ResourceTypeDefinition Bare = new() { Id = "bare", DisplayName = "Bare" };

    static Func<ResourceKey, string?, CancellationToken, Task<Page<Grantee>>> NotFoundFor(Func<int, bool> fails) => (resource, _, _) =>
        fails(int.Parse(resource.Id[1..])) ? throw ConnectorException.NotFound("it is gone") : Task.FromResult(new Page<Grantee>([]));

    static FakeSyncer BareResources(int count, Func<int, bool> fails) => new(Bare)
    {
        Items = Item.Numbered("r", count),
        PerResource = { ["x"] = NotFoundFor(fails) },
    };

    [Fact]
    public async Task Grants_that_are_not_found_are_a_warning()
    {
        var summary = await SyncAsync(BareResources(3, static i => i == 1));
        var warning = Assert.Single(summary.Warnings);
        Assert.Contains("grants of \"bare\"", warning.Text);
        Assert.Equal(["grants of \"x\" on bare:r1: it is gone"], warning.Examples);
    }

    [Fact]
    public async Task A_type_that_is_not_found_is_a_warning()
    {
        var summary = await SyncAsync(
            new FakeSyncer(Users.Definition) { Pages = static (_, _, _) => throw new HttpRequestException("no such page", null, System.Net.HttpStatusCode.NotFound) },
            new FakeSyncer(Groups.Definition) { Items = [new("g")] });
        Assert.Contains("listing \"user\"", Assert.Single(summary.Warnings).Text);
        Assert.Equal(["group:g"], (await ReadAsync()).ResourceIds);
    }

    [Fact]
    public async Task Eleven_of_a_hundred_are_too_many()
    {
        var failure = await Assert.ThrowsAsync<TooManyWarningsException>(() => SyncAsync(BareResources(94, static i => i < 11)));
        Assert.Contains("11 of 100", failure.Message);
        Assert.Equal(100, CompletedActions((await ReadAsync()).Sync.Token));
    }

    [Fact]
    public async Task Ten_of_fifty_are_not()
    {
        var summary = await SyncAsync(BareResources(44, static i => i < 10));
        Assert.Equal(10, Assert.Single(summary.Warnings).Count);
        // The planner of grants and the expansion came after the last listing.
        Assert.Equal(52, CompletedActions((await ReadAsync()).Sync.Token));
    }

    [Fact]
    public async Task Eleven_of_a_hundred_and_ten_are_not()
    {
        // The eleventh is in the second turn of listings.
        var summary = await SyncAsync(BareResources(104, static i => i is < 10 or 103));
        Assert.Equal(11, Assert.Single(summary.Warnings).Count);
        Assert.Equal(112, CompletedActions((await ReadAsync()).Sync.Token));
    }

    [Fact]
    public async Task Eleven_of_a_hundred_and_nine_are()
    {
        var failure = await Assert.ThrowsAsync<TooManyWarningsException>(() => SyncAsync(BareResources(103, static i => i is < 10 or 102)));
        Assert.Contains("11 of 109", failure.Message);
    }

    [Fact]
    public async Task Grants_with_the_model_go_on_with_the_next_resource()
    {
        var summary = await SyncAsync(new FakeSyncer(Users.Definition) { Items = [new("u")] }, new FakeSyncer(Groups.Definition)
        {
            Items = Item.Numbered("g", 200),
            PerModel =
            {
                ["member"] = static g => g.Id is "g5" or "g6" ? throw ConnectorException.NotFound("gone") : [Grantee.User<Users>("u")],
                ["owner"] = static g => g.Id == "g5" ? throw ConnectorException.NotFound("gone") : [Grantee.User<Users>("u")],
            },
        });
        var warning = Assert.Single(summary.Warnings);
        Assert.Equal(["g5: gone", "g5: gone", "g6: gone"], warning.Examples);
        Assert.Equal(198 + 199, (await ReadAsync()).Grants.Count);
    }

    [Fact]
    public async Task Grants_with_the_model_count_every_resource_as_an_action()
    {
        // 22 of 200 and more: two entitlements of one resource are one warning, or it would be 44.
        await Assert.ThrowsAsync<TooManyWarningsException>(() => SyncAsync(Groups200(static i => i < 22)));
        System.IO.File.Delete(File);
        await SyncAsync(Groups200(static i => i < 20));

        static ResourceSyncer[] Groups200(Func<int, bool> fails)
        {
            IEnumerable<Grantee> Members(Item group) => fails(int.Parse(group.Id[1..])) ? throw ConnectorException.NotFound("gone") : [];
            return
            [
                new FakeSyncer(Users.Definition),
                new FakeSyncer(Groups.Definition) { Items = Item.Numbered("g", 200), PerModel = { ["member"] = Members, ["owner"] = Members } },
            ];
        }
    }

    [Fact]
    public async Task Another_slug_of_a_resource_is_still_asked_for()
    {
        await SyncAsync(new FakeSyncer(Users.Definition), new FakeSyncer(Groups.Definition)
        {
            Items = [new("g")],
            PerResource =
            {
                ["member"] = static (_, _, _) => throw ConnectorException.NotFound("no members"),
                ["owner"] = static (_, _, _) => Task.FromResult(new Page<Grantee>([Grantee.User<Users>("u")])),
            },
        });
        Assert.Equal(["group:g:owner:user:u"], (await ReadAsync()).GrantIds);
    }

    static long CompletedActions(string token) => JsonDocument.Parse(token).RootElement.GetProperty("completed_actions_count").GetInt64();
}
