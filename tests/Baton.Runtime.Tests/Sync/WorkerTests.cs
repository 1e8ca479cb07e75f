using Baton.CompilerServices;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Several listings at a time.</summary>
public sealed class WorkerTests : SyncTest
{
    [Fact]
    public async Task Four_workers_list_four_resources_at_a_time()
    {
        var inside = 0;
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // Nobody comes out before four are in: one at a time would never end.
        async Task<Page<Grantee>> Together(ResourceKey group, string? cursor, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref inside) == 4)
                full.SetResult();
            await full.Task.WaitAsync(cancellationToken);
            return new([Grantee.User<Users>("u")]);
        }

        var summary = await SyncAsync(
            Options with { Workers = 4 },
            new FakeSyncer(Users.Definition),
            new FakeSyncer(Groups.Definition) { Items = Item.Numbered("g", 8), PerResource = { ["member"] = Together } });
        Assert.Equal(8, summary.Total.Grants);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task One_worker_never_lists_two_at_a_time(int workers)
    {
        var inside = 0;

        async Task<Page<Grantee>> Alone(ResourceKey group, string? cursor, CancellationToken cancellationToken)
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            return new([]);
        }

        await SyncAsync(
            Options with { Workers = workers },
            new FakeSyncer(Users.Definition),
            new FakeSyncer(Groups.Definition) { Items = Item.Numbered("g", 50), PerResource = { ["member"] = Alone } });
    }

    [Fact]
    public async Task The_first_failure_stops_the_others_and_is_the_one_told()
    {
        var started = new CountdownEvent(3);
        var stopped = 0;

        async Task<Page<Grantee>> ListAsync(ResourceKey group, string? cursor, CancellationToken cancellationToken)
        {
            started.Signal();
            if (group.Id == "g0")
            {
                await Task.Run(() => started.Wait(cancellationToken), cancellationToken);
                throw new ConnectorException(ErrorCode.PermissionDenied, "no");
            }
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref stopped);
                throw;
            }
            return new([]);
        }

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => SyncAsync(
            Options with { Workers = 3 },
            new FakeSyncer(Users.Definition),
            new FakeSyncer(Groups.Definition) { Items = Item.Numbered("g", 3), PerResource = { ["member"] = ListAsync } }));
        Assert.Equal((ErrorCode.PermissionDenied, "grants of \"member\" on group:g0: no"), (failure.Code, failure.Message));
        Assert.Equal(2, stopped);
    }

    [Fact]
    public async Task The_count_of_failures_is_common_to_all()
    {
        var failed = new HashSet<string>();
        var summary = await SyncAsync(
            Options with { Workers = 4 },
            new FakeSyncer(Users.Definition),
            new FakeSyncer(Groups.Definition)
            {
                Items = Item.Numbered("g", 40),
                PerResource =
                {
                    ["member"] = (group, _, _) =>
                    {
                        lock (failed)
                        {
                            if (failed.Add(group.Id))
                                throw new ConnectorException(ErrorCode.Unavailable, "away");
                        }
                        return Task.FromResult(new Page<Grantee>([Grantee.User<Users>("u")]));
                    },
                },
            });
        Assert.Equal(40, summary.Total.Grants);
        Assert.Equal(40, Time.Waits.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(-1)]
    public async Task Any_number_of_workers_stores_the_same_rows(int workers)
    {
        var summary = await SyncAsync(Options with { Workers = workers }, Everything());
        var content = await ReadAsync();
        Assert.Equal(20 + 300 + 300 + 900, content.Resources.Count);
        Assert.Equal(content.Resources.Count, summary.Total.Resources);
        Assert.Equal(
            Enumerable.Range(0, 300).SelectMany(static g => Enumerable.Range(0, g % 7).Select(u => $"group:g{g}:member:user:u{u}")).Order(StringComparer.Ordinal),
            content.Grants.Where(static g => g.Entitlement.Id.EndsWith("member", StringComparison.Ordinal)).Select(static g => g.Id).Order(StringComparer.Ordinal));
        Assert.Equal(900, content.Grants.Count(static g => g.Entitlement.Id.EndsWith("read", StringComparison.Ordinal)));
    }

    static ResourceSyncer[] Everything() =>
    [
        new FakeSyncer(Users.Definition) { Items = Item.Numbered("u", 20) },
        new FakeSyncer(Orgs.Definition)
        {
            Pages = static (_, cursor, _) =>
            {
                var page = int.Parse(cursor ?? "0");
                return Task.FromResult(new Page<Item>(Item.Numbered($"o{page}-", 30), page == 9 ? null : $"{page + 1}"));
            },
        },
        new FakeSyncer(Projects.Definition)
        {
            AtRoot = false,
            All = static (org, _) => Item.Numbered(org!.Id + "/", 3).ToAsyncEnumerable(),
            ForType = { ["read"] = static (cursor, _) => ReadersAsync(int.Parse(cursor ?? "0")) },
        },
        new FakeSyncer(Groups.Definition)
        {
            Items = Item.Numbered("g", 300),
            PerResource =
            {
                ["member"] = static (group, cursor, _) =>
                {
                    var at = int.Parse(cursor ?? "0");
                    var count = int.Parse(group.Id[1..]) % 7;
                    var next = Math.Min(at + 2, count);
                    return Task.FromResult(new Page<Grantee>(
                        [.. Enumerable.Range(at, next - at).Select(static u => Grantee.User<Users>($"u{u}"))], next < count ? $"{next}" : null));
                },
            },
        },
    ];

    static Task<Page<ResourceGrant>> ReadersAsync(int page) => Task.FromResult(new Page<ResourceGrant>(
        [.. Enumerable.Range(0, 90).Select(i => Grantee.User<Users>("u1").On($"o{page}-{i / 3}/{i % 3}"))], page == 9 ? null : $"{page + 1}"));
}
