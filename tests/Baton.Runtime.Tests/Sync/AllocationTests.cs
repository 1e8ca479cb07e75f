using System.Globalization;

namespace Baton.Runtime.Tests.Sync;

/// <summary>The way from the author's object to the row makes next to no garbage.</summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests : SyncTest
{
    const int Grants = 20_000;
    const int MostPerGrant = 64;
    const int Runs = 5;
    const int OnPage = 1000;

    static readonly Item[] People = [.. Enumerable.Range(0, 2 * Grants).Select(static i => new Item(i.ToString("D7", CultureInfo.InvariantCulture)))];

    // What the author yields is there already: only what the way to the row allocates is counted.
    static readonly Grantee[] Grantees = [.. People.Select(static person => Grantee.User<Users>(person.Id))];

    [Fact]
    public Task Grants_that_come_with_the_model() => IsFrugalAsync(static count => new(Groups.Definition)
    {
        Items = [new("g")],
        PerModel = { ["member"] = _ => Grantees.Take(count) },
    });

    [Fact]
    public Task Grants_in_pages() => IsFrugalAsync(static count => new(Groups.Definition)
    {
        Items = [new("g")],
        PerResource =
        {
            ["member"] = (_, cursor, _) =>
            {
                var at = int.Parse(cursor ?? "0", CultureInfo.InvariantCulture);
                var next = at + OnPage;
                return Task.FromResult(new Page<Grantee>(
                    new ArraySegment<Grantee>(Grantees, at, OnPage), next < count ? next.ToString(CultureInfo.InvariantCulture) : null));
            },
        },
    });

    /// <summary>
    /// Twice as many grants may allocate so much more; the rest of the sync does not count. What runs allocate besides only adds to it: the first ones fill
    /// pools, and the collector empties them now and then. So the least of several runs is taken, of more where it is not little yet.
    /// </summary>
    async Task IsFrugalAsync(Func<int, FakeSyncer> groups)
    {
        var few = await LeastAsync(groups, Grants, Runs, 0);
        var perGrant = (await LeastAsync(groups, 2 * Grants, 3 * Runs, few + (MostPerGrant * Grants)) - few) / (double)Grants;
        TestContext.Current.SendDiagnosticMessage("{0:N1} bytes for each grant", perGrant);
        Assert.True(perGrant <= MostPerGrant, $"{perGrant:N1} bytes for each grant");
    }

    /// <summary>The least that so many runs allocate; fewer runs, when one stays within what is enough.</summary>
    async Task<long> LeastAsync(Func<int, FakeSyncer> groups, int count, int runs, long enough)
    {
        var least = long.MaxValue;
        for (var run = 0; run < runs && least > enough; run++)
        {
            System.IO.File.Delete(File);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var summary = await SyncAsync(Options, new FakeSyncer(Users.Definition) { Items = People }, groups(count));
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
            Assert.Equal(count, summary.Total.Grants);
        }
        return least;
    }
}
