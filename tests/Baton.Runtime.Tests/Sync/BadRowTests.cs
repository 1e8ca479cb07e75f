using System.Text;
using System.Text.Json;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Resources and grants that cannot be stored, and ids that can, however odd.</summary>
public sealed class BadRowTests : SyncTest
{
    [Fact]
    public async Task A_resource_without_id_is_skipped_with_its_grants()
    {
        var summary = await SyncAsync(new FakeSyncer(Users.Definition) { Items = [new("u")] }, new FakeSyncer(Groups.Definition)
        {
            Items = [new("", "Nameless"), new("g")],
            PerModel = { ["member"] = static _ => [Grantee.User<Users>("u")] },
        });
        Assert.Equal(["group:g:member:user:u"], (await ReadAsync()).GrantIds);
        Assert.Equal(1, summary.ResourcesSkipped);
        var warning = Assert.Single(summary.Warnings);
        Assert.Equal("Resources of type \"group\" without an id were skipped", warning.Text);
        Assert.Equal("Resources of type \"group\" without an id were skipped (1): display name \"Nameless\"", warning.ToString());
    }

    [Fact]
    public async Task Many_bad_rows_are_one_warning_with_some_examples()
    {
        var summary = await SyncAsync(new FakeSyncer(Users.Definition)
        {
            Items = Enumerable.Range(0, 1000).Select(static i => new Item("", $"n{i}")),
        });
        var warning = Assert.Single(summary.Warnings);
        Assert.Equal(1000, warning.Count);
        Assert.Equal(Enumerable.Range(0, 25).Select(static i => $"display name \"n{i}\""), warning.Examples);
        Assert.EndsWith("display name \"n24\", …", warning.ToString(), StringComparison.Ordinal);
        Assert.Equal(25, Progress.Events.Count(static e => e.StartsWith("warning", StringComparison.Ordinal)));
        var token = (await ReadAsync()).Sync.Token;
        Assert.Equal(1000, JsonDocument.Parse(token).RootElement.GetProperty("ingest_quality").GetProperty("invalid_resources_observed").GetInt32());
    }

    public static TheoryData<string, bool> Ids => new()
    {
        { new('a', 1024), true },
        { new('a', 1025), false },
        { new('é', 512), true },
        { new('é', 513), false },
        { string.Concat(Enumerable.Repeat("🧸", 256)), true },
        { string.Concat(Enumerable.Repeat("🧸", 256)) + "a", false },
        { "half \uD83E pair", false },
        { "half \uDDF8", false },
        { "\uDDF8\uD83E swapped", false },
        { "zero\0inside", false },
        { " spaces and\ttabs\r\n", true },
        { "a:b:c", true },
        { "Ünï'\"\\/;--Ω中文🧸", true },
        { "e\u0301", true },
        { "\uFEFFbom", true },
        { "\uFFFF", true },
    };

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Ids_are_kept_as_they_are_or_refused(string id, bool isValid)
    {
        var users = new FakeSyncer(Users.Definition) { Items = isValid ? [new("u"), new(id)] : [new("u")] };
        var summary = await SyncAsync(users, new FakeSyncer(Groups.Definition)
        {
            Items = [new(id, "Odd"), new("plain")],
            PerModel = { ["member"] = g => [Grantee.User<Users>(g.Id == "plain" ? id : "u")] },
        });
        var content = await ReadAsync();
        Assert.Equal(isValid ? 0 : 1, summary.ResourcesSkipped);
        Assert.Equal(isValid ? 0 : 1, summary.GrantsDropped);
        Assert.Equal(isValid, content.Resources.Any(r => r.Id.Resource == id));
        Assert.Equal(isValid, content.Entitlements.Any(e => e.Id == $"group:{id}:member"));
        Assert.Equal(isValid, content.Grants.Any(g => g.Id == $"group:{id}:member:user:u"));
        Assert.Equal(isValid, content.Grants.Any(g => g.Id == $"group:plain:member:user:{id}"));
        Assert.All(summary.Warnings, static w => Assert.All(w.Examples, static e => Assert.True(Encoding.UTF8.GetByteCount(e) < 500)));
        Assert.Equal(isValid ? 0 : 2, summary.Warnings.Count);
    }

    [Fact]
    public async Task Of_two_resources_with_one_id_the_last_is_kept()
    {
        var summary = await SyncAsync(new FakeSyncer(Users.Definition) { Items = [new("u", "first"), new("v"), new("u", "second")] });
        Assert.Equal("second", (await ReadAsync()).Resource("user", "u").DisplayName);
        Assert.Equal(2, summary.Total.Resources);
    }

    [Fact]
    public async Task A_mapping_that_fails_names_the_type_and_spoils_no_other_row()
    {
        var failure = await FailAsync(new FakeSyncer(Users.Definition)
        {
            Items = Enumerable.Range(0, 3).Select(static i => i < 2 ? new Item($"u{i}") : throw new FormatException("row 2 is odd")),
        });
        Assert.Equal("listing resource type \"user\": row 2 is odd", failure.Message);
        Assert.IsType<FormatException>(failure.InnerException);
    }
}
