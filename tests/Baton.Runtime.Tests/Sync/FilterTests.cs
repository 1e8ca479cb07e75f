using System.Text.Json;
using Baton.Protocol.Connector.V2;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Syncs of some resource types.</summary>
public sealed class FilterTests : SyncTest
{
    static FakeSyncer OneUser => new(Users.Definition) { Items = [new("u")] };

    static FakeSyncer MixedGroup => new(Groups.Definition)
    {
        Items = [new("g")],
        PerModel =
        {
            ["member"] = static _ =>
            [
                Grantee.User<Users>("u"),
                Grantee.Group<Groups>("a").Expanding("member").Only<Users>(),
                Grantee.Group<Groups>("b").Expanding("member").Only<Users>().Only<Groups>(),
                Grantee.Group<Groups>("c").Expanding("member"),
            ],
        },
    };

    [Fact]
    public async Task An_unknown_type_is_refused_before_anything_is_done()
    {
        var called = false;
        var manifest = new FakeManifest(OneUser)
        {
            Validate = _ =>
            {
                called = true;
                return Task.CompletedTask;
            },
        };
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => SyncAsync(manifest, Options with { ResourceTypes = ["user", "usr"] }, Stop));
        Assert.Equal(ErrorCode.Unknown, failure.Code);
        Assert.StartsWith("invalid resource type in filter: \"usr\"", failure.Message, StringComparison.Ordinal);
        Assert.False(called);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Only_the_chosen_types_are_listed_and_stored()
    {
        var users = new FakeSyncer(Users.Definition) { All = static (_, _) => throw new InvalidOperationException("not wanted") };
        var summary = await SyncAsync(Options with { ResourceTypes = ["group"] }, users, MixedGroup);
        var content = await ReadAsync();
        Assert.Equal("group", Assert.Single(content.ResourceTypes).Id);
        Assert.Equal(["group:g"], content.ResourceIds);
        Assert.Equal("group", Assert.Single(summary.ResourceTypes).Id);
    }

    [Fact]
    public async Task Grants_to_other_types_are_dropped_and_expansions_are_reduced()
    {
        var summary = await SyncAsync(Options with { ResourceTypes = ["group"], SkipGrantExpansion = true }, OneUser, MixedGroup);
        var content = await ReadAsync();
        Assert.Equal(["group:g:member:group:a", "group:g:member:group:b", "group:g:member:group:c"], content.GrantIds);
        // "only users" became "nobody": the mark is gone, since no types would mean all types
        Assert.Empty(content.Grants.Single(static g => g.Principal.Id.Resource == "a").Annotations);
        Assert.Equal(["group"], Expansion(content, "b").ResourceTypeIds);
        Assert.Empty(Expansion(content, "c").ResourceTypeIds);

        Assert.Equal(1, summary.GrantsDropped);
        var warning = Assert.Single(summary.Warnings, static w => !w.Text.StartsWith("I9: ", StringComparison.Ordinal)); // a, b and c are not there
        Assert.Contains("principals are of type \"user\"", warning.Text);
        Assert.Equal(["group:g:member:user:u"], warning.Examples);
        var quality = JsonDocument.Parse(content.Sync.Token).RootElement.GetProperty("ingest_quality");
        Assert.Equal(1, quality.GetProperty("grants_dropped").GetInt32());
        Assert.Equal(1, quality.GetProperty("expansions_dropped").GetInt32());
        Assert.Equal(2, quality.GetProperty("expansion_resource_types_dropped").GetInt32()); // users, of a and of b
        Assert.Equal(2 + 8 + 16, quality.GetProperty("reason_flags").GetInt32());
        Assert.True(quality.GetProperty("source_cache_replay_blocked").GetBoolean());
    }

    static GrantExpandable Expansion(Content content, string principal) =>
        Assert.Single(content.Grants.Single(g => g.Principal.Id.Resource == principal).Annotations).Unpack<GrantExpandable>();
}
