using System.Text.Json;
using Baton.Sync;

namespace Baton.Runtime.Tests.Sync;

/// <summary>What a failed sync leaves behind.</summary>
public sealed class RetentionTests : SyncTest
{
    static FakeSyncer Failing(ErrorCode code) => new(Users.Definition)
    {
        Pages = (_, cursor, _) => cursor is null
            ? Task.FromResult(new Page<Item>([new("u1"), new("u2")], "page 2"))
            : throw new ConnectorException(code, "failed on page 2"),
    };

    [Theory]
    [InlineData(ErrorCode.PermissionDenied)]
    [InlineData(ErrorCode.ResourceExhausted)]
    [InlineData(ErrorCode.FailedPrecondition)]
    [InlineData(ErrorCode.Aborted)]
    [InlineData(ErrorCode.Unauthenticated)]
    public async Task These_failures_keep_what_was_stored(ErrorCode code)
    {
        var failure = await FailAsync(new FakeSyncer(Groups.Definition) { Items = [new("g")] }, Failing(code));
        Assert.Equal(code, failure.Code);
        var content = await ReadAsync();
        Assert.Null(content.Sync.EndedAt);
        Assert.Equal(["group:g", "user:u1", "user:u2"], content.ResourceIds);
    }

    [Theory]
    [InlineData(ErrorCode.Canceled)]
    [InlineData(ErrorCode.Unknown)]
    [InlineData(ErrorCode.InvalidArgument)]
    [InlineData(ErrorCode.AlreadyExists)]
    [InlineData(ErrorCode.OutOfRange)]
    [InlineData(ErrorCode.Unimplemented)]
    [InlineData(ErrorCode.Internal)]
    [InlineData(ErrorCode.DataLoss)]
    public async Task These_do_not(ErrorCode code)
    {
        Assert.Equal(code, (await FailAsync(Failing(code))).Code);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task The_kept_state_says_where_to_go_on()
    {
        await FailAsync(new FakeSyncer(Groups.Definition) { Items = [new("g")] }, Failing(ErrorCode.Unauthenticated));
        var token = (await ReadAsync()).WithoutOwn;
        Assert.Equal(
            """
            {"actions_map":{"0000000002":{"id":"0000000002","operation":"grant-expansion"},
            "0000000003":{"id":"0000000003","operation":"list-grants"},
            "0000000004":{"id":"0000000004","operation":"list-entitlements"},
            "0000000005":{"id":"0000000005","operation":"list-static-entitlements"},
            "0000000006":{"id":"0000000006","operation":"list-resources","page_token":"0"},
            "0000000008":{"id":"0000000008","operation":"list-resources","page_token":"page 2","resource_type_id":"user"}},
            "action_order":["0000000002","0000000003","0000000004","0000000005","0000000006","0000000008"],
            "current_action_id":9,"completed_actions_count":4,"ingest_quality":{},"version":1}
            """.ReplaceLineEndings(""),
            token);
    }

    [Fact]
    public async Task The_kept_state_names_parents_and_pages_of_grants()
    {
        await FailAsync(
            new FakeSyncer(Users.Definition),
            new FakeSyncer(Orgs.Definition) { Items = [new("acme")] },
            new FakeSyncer(Projects.Definition)
            {
                AtRoot = false,
                All = static (_, _) => Item.Numbered("p", 2).ToAsyncEnumerable(),
                PerResource =
                {
                    ["read"] = static (project, cursor, _) => (project.Id, cursor) switch
                    {
                        ("p1", "more") => throw new ConnectorException(ErrorCode.PermissionDenied, "no"),
                        (_, null) => Task.FromResult(new Page<Grantee>([Grantee.User<Users>("u")], "more")),
                        _ => Task.FromResult(new Page<Grantee>([])),
                    },
                },
            });
        var token = JsonDocument.Parse((await ReadAsync()).Sync.Token).RootElement;
        Assert.Equal(2, token.GetProperty("version").GetInt32());
        var actions = token.GetProperty("action_order").EnumerateArray().Select(a => token.GetProperty("actions_map").GetProperty(a.GetString()!)).ToList();
        Assert.Equal(["grant-expansion", "list-grants", "list-grants"], actions.Select(static a => a.GetProperty("operation").GetString()));
        Assert.True(actions[1].GetProperty("type_scoped_planned").GetBoolean());
        Assert.Matches("^[0-9]+$", actions[1].GetProperty("page_token").GetString());
        Assert.Equal(
            """{"id":"0000000011","operation":"list-grants","page_token":"read\nmore","resource_type_id":"project","resource_id":"p1","parent_resource_type_id":"org","parent_resource_id":"acme"}""",
            actions[2].GetRawText());
    }

    [Fact]
    public async Task A_failed_validation_leaves_no_file()
    {
        var manifest = new FakeManifest(new FakeSyncer(Users.Definition))
        {
            Validate = static _ => throw new ConnectorException(ErrorCode.PermissionDenied, "bad key"),
        };
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => SyncAsync(manifest, Options, Stop));
        Assert.Equal((ErrorCode.PermissionDenied, "validate failed: bad key"), (failure.Code, failure.Message));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_connector_that_cannot_be_made_leaves_no_file()
    {
        var manifest = new FakeManifest { CreationFailure = new InvalidOperationException("no service for IThing") };
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => SyncAsync(manifest, Options, Stop));
        Assert.Equal((ErrorCode.Unknown, "creating the connector: no service for IThing"), (failure.Code, failure.Message));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_failed_sync_beside_a_finished_one_does_not_hide_it()
    {
        var first = await SyncAsync(new FakeSyncer(Users.Definition) { Items = [new("old")] });
        await FailAsync(Failing(ErrorCode.PermissionDenied));
        var content = await ReadAsync();
        Assert.Equal(first.SyncId, content.Sync.Id);
        Assert.Equal(["user:old"], content.ResourceIds);
        Assert.Equal([true, false], content.Syncs.Select(static s => s.EndedAt is not null));
    }

    [Fact]
    public async Task Failed_syncs_do_not_add_up()
    {
        await FailAsync(Failing(ErrorCode.PermissionDenied));
        Time.Advance(TimeSpan.FromHours(1));
        await FailAsync(Failing(ErrorCode.Unauthenticated));
        Assert.Single((await ReadAsync()).Syncs);
        Time.Advance(TimeSpan.FromHours(1));
        var finished = await SyncAsync(new FakeSyncer(Users.Definition) { Items = [new("u")] });
        Assert.Equal(finished.SyncId, Assert.Single((await ReadAsync()).Syncs).Id);
    }

    [Fact]
    public async Task An_unfinished_sync_of_another_kind_is_left_alone()
    {
        await FailAsync(Failing(ErrorCode.PermissionDenied));
        Time.Advance(TimeSpan.FromHours(1));
        await SyncAsync(Options with { SkipEntitlementsAndGrants = true }, new FakeSyncer(Users.Definition) { Items = [new("u")] });
        Assert.Equal(["full", "resources_only"], (await ReadAsync()).Syncs.Select(static s => s.Type.Name));
    }

    [Fact]
    public async Task Too_many_warnings_keep_what_was_stored()
    {
        await Assert.ThrowsAsync<TooManyWarningsException>(() => SyncAsync(new FakeSyncer(Users.Definition), new FakeSyncer(Groups.Definition)
        {
            Items = Item.Numbered("g", 20),
            PerResource = { ["member"] = static (_, _, _) => throw ConnectorException.NotFound("gone") },
        }));
        Assert.Equal(20, (await ReadAsync()).Resources.Count);
    }
}
