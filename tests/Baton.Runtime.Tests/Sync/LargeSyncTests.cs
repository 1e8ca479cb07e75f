namespace Baton.Runtime.Tests.Sync;

/// <summary>Memory does not grow with the data.</summary>
[Collection(nameof(Alone))]
public sealed class LargeSyncTests : SyncTest
{
    const int Users = 100_000;
    const int Groups = 2_000;
    const int MembersOfEach = 50;

    readonly List<long> _live = [];

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_hundred_thousand_resources_and_grants_pass_through(int workers)
    {
        var summary = await SyncAsync(
            Options with { Workers = workers },
            new FakeSyncer(Tests.Users.Definition) { Items = Measured(Users, static i => new Item($"u{i}", $"User number {i}")) },
            new FakeSyncer(Tests.Groups.Definition)
            {
                Items = Measured(Groups, static i => new Item($"g{i}")),
                PerModel = { ["member"] = static group => Members(group.Id) },
                PerResource = { ["owner"] = (group, _, _) => Task.FromResult(new Page<Grantee>([.. Measured(1, i => Grantee.User<Users>(group.Id))])) },
            });
        Assert.Equal(new(Users + Groups, 2 * Groups, (Groups * MembersOfEach) + Groups), summary.Total);

        // 202000 rows of about 150 bytes: 30 MB, were they kept.
        Assert.InRange(_live.Max() - _live.Min(), 0, 12 << 20);
        // Rows were written while others were still being made, in batches.
        Assert.InRange(Progress.StoredCalls, 20, 400);
    }

    static IEnumerable<Grantee> Members(string group) => Enumerable.Range(0, MembersOfEach).Select(i => Grantee.User<Users>($"{group}-{i}"));

    /// <summary>Yields items, and now and then looks how much memory is alive.</summary>
    IEnumerable<T> Measured<T>(int count, Func<int, T> item)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % (count / 10 + 1) == 5)
            {
                lock (_live)
                    _live.Add(GC.GetTotalMemory(forceFullCollection: true));
            }
            yield return item(i);
        }
    }
}
