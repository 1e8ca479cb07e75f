using Baton.Sync;

namespace Baton.Runtime.Tests.Sync;

/// <summary>One source with every row that cannot be stored, in every kind of sync: the good rows are there, the others are counted and told.</summary>
public sealed class BadRowTableTests : SyncTest
{
    static readonly string TooLong = new('x', 1025);

    static FakeSyncer[] Source => [
        new(Users.Definition) { Items = [new("u"), new("", "nameless"), new("half \uD83E")] },
        new(Groups.Definition)
        {
            Items = [new("g"), new(TooLong)],
            One = static key => key.Id == "g" ? new("g") : null,
            Entitled = static _ => [new("extra"), new(""), new(TooLong)],
            PerModel =
            {
                ["member"] = static _ =>
                [
                    Grantee.User<Users>("u"), Grantee.User<Users>("u"), // exact duplicates are one row
                    Grantee.User<Users>(TooLong), Grantee.User<Users>("zero\0"),
                    Grantee.Of<Orgs>("o"), // of a type that the connector does not have
                    Grantee.Group<Groups>("ghost"), // not listed: kept, and told
                ],
            },
        },
    ];

    [Theory]
    [InlineData("full", 3, 3, 2, "group:g:member:group:ghost group:g:member:user:u")]
    [InlineData("resources", 3, 0, 0, "")]
    [InlineData("groups only", 1, 5, 2, "group:g:member:group:ghost")]
    [InlineData("one group", 0, 2, 2, "group:g:member:group:ghost group:g:member:org:o group:g:member:user:u")] // complete, whatever else is synced
    [InlineData("one group without grants", 0, 0, 2, "")]
    public async Task Good_rows_are_stored_and_bad_ones_counted(string kind, int resourcesSkipped, int grantsDropped, int entitlementsSkipped, string grants)
    {
        ResourceKey[] group = [new("group", "g")];
        var summary = await SyncAsync(
            kind switch
            {
                "resources" => Options with { SkipEntitlementsAndGrants = true },
                "groups only" => Options with { ResourceTypes = ["group"] },
                "one group" => Options with { Resources = group },
                "one group without grants" => Options with { Resources = group, SkipGrants = true },
                _ => Options,
            },
            Source);
        var content = await ReadAsync();
        string[] resources = kind is "full" or "resources" ? ["group:g", "user:u"] : ["group:g"];
        Assert.Equal(resources, content.ResourceIds);
        Assert.Equal(kind == "resources" ? [] : ["group:g:extra", "group:g:member", "group:g:owner"], content.EntitlementIds);
        Assert.Equal(grants.Split(' ', StringSplitOptions.RemoveEmptyEntries), content.GrantIds);
        Assert.Equal((resourcesSkipped, grantsDropped), (summary.ResourcesSkipped, summary.GrantsDropped));
        Assert.Equal(entitlementsSkipped, summary.Warnings.Where(static w => w.Text.Contains("Entitlements of", StringComparison.Ordinal)).Sum(static w => w.Count));
        // Every row that is missing is in a warning.
        Assert.Equal(resourcesSkipped, Told(summary, "skipped"));
        Assert.Equal(grantsDropped, Told(summary, "Grants on"));
        Assert.All(summary.Warnings, static w => Assert.InRange(w.Examples.Count, 1, SyncWarning.MaxExamples));
    }

    static long Told(SyncSummary summary, string text) => summary.Warnings
        .Where(w => w.Text.Contains(text, StringComparison.Ordinal) && !w.Text.StartsWith('I')).Sum(static w => w.Count);
}
