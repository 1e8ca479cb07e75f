using System.Text.Json;
using Baton.CompilerServices;
using Baton.Sync;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Rows that contradict each other are told, or end the sync.</summary>
public sealed class InvariantTests : SyncTest
{
    static FakeSyncer Crew => new(Groups.Definition) { Items = [new("g")], PerModel = { ["member"] = static _ => [Grantee.User<Users>("ghost")] } };

    [Fact]
    public async Task What_is_missing_is_a_warning_and_the_sync_is_marked_as_checked()
    {
        var summary = await SyncAsync(new FakeSyncer(Users.Definition), Crew);
        var warning = Assert.Single(summary.Warnings);
        Assert.Equal("I9: grants are to principals of type \"user\" that are not in the sync: the connector makes ids that it does not list", warning.Text);
        Assert.Equal(["group:g:member:user:ghost"], warning.Examples);
        Assert.Contains($"warning {warning.Text}: group:g:member:user:ghost", Progress.Events);
    }

    [Fact]
    public async Task Of_many_a_bounded_number_of_examples_is_told_and_all_are_counted()
    {
        var summary = await SyncAsync(new FakeSyncer(Users.Definition), new FakeSyncer(Groups.Definition)
        {
            Items = [new("g")],
            PerModel = { ["member"] = static _ => [.. Enumerable.Range(0, 1000).Select(static i => Grantee.User<Users>($"ghost{i}"))] },
        });
        var warning = Assert.Single(summary.Warnings);
        Assert.Equal((1000, 25), (warning.Count, warning.Examples.Count));
        // And for whoever has the file only.
        using var token = JsonDocument.Parse((await ReadAsync()).Sync.Token);
        var found = Assert.Single(token.RootElement.GetProperty("baton_dotnet").GetProperty("invariants").EnumerateArray().ToList());
        Assert.Equal(("I9", "warn", 1000, 25), (
            found.GetProperty("id").GetString(), found.GetProperty("severity").GetString(), found.GetProperty("count").GetInt32(),
            found.GetProperty("examples").GetArrayLength()));
        Assert.Equal("group:g:member:user:ghost0", found.GetProperty("examples")[0].GetString());
    }

    [Fact]
    public async Task What_nobody_could_use_ends_the_sync_and_leaves_the_file_as_it_was()
    {
        var definition = new ResourceTypeDefinition
        {
            Id = "plan",
            DisplayName = "Plan",
            Entitlements =
            [
                new() { Slug = "free", ExclusionGroup = "tier", ExclusionOrder = 1, ExclusionDefault = true },
                new() { Slug = "paid", ExclusionGroup = "tier", ExclusionOrder = 2, ExclusionDefault = true },
            ],
        };
        var failure = await Assert.ThrowsAsync<IngestInvariantException>(() => SyncAsync(new FakeSyncer(definition) { Items = [new("p")] }));
        Assert.Equal(ErrorCode.Unknown, failure.Code);
        Assert.Equal(
            "ingest invariant violated: I5: exclusion groups have more than one default entitlement (1): tier-p: 2 defaults", failure.Message);
        Assert.False(System.IO.File.Exists(File));
    }
}
