using Baton.C1Z;

namespace Baton.Runtime.Tests.Sync;

/// <summary>States that other programs left in the file.</summary>
public sealed class TokenTests : SyncTest
{
    static FakeSyncer[] Source =>
    [
        new(Users.Definition) { Items = [new("u")] },
        new(Groups.Definition) { Items = [new("g")], PerModel = { ["member"] = static _ => [Grantee.User<Users>("u")] } },
    ];

    /// <summary>Leaves an unfinished sync with a state and a row that no source has.</summary>
    async Task<string> LeaveAsync(string token)
    {
        await using var file = await C1ZFile.OpenAsync(File, Options.C1ZOptions, Stop);
        var run = file.StartSync(SyncType.Full);
        using var rows = new RowBatch(RowKind.ResourceType);
        rows.Add(new Protocol.Connector.V2.ResourceType { Id = "foreign", DisplayName = "Foreign" });
        file.Put(rows);
        file.Checkpoint(token);
        await file.SaveAsync(Stop);
        return run.Id;
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"current_action_id":1,"completed_actions_count":1,"version":1}""")]
    [InlineData("""{"actions_map":{"0000000001":{"id":"0000000001","operation":"grant-expansion"},"0000000002":{"id":"0000000002","operation":"list-grants"},"0000000003":{"id":"0000000003","operation":"list-entitlements"},"0000000004":{"id":"0000000004","operation":"list-static-entitlements"},"0000000007":{"id":"0000000007","operation":"list-resources","resource_type_id":"group"},"0000000008":{"id":"0000000008","operation":"list-resources","resource_type_id":"user"}},"action_order":["0000000001","0000000002","0000000003","0000000004","0000000007","0000000008"],"current_action_id":9,"completed_actions_count":3,"ingest_quality":{},"version":1}""")]
    [InlineData("""{"actions_map":{"0000000002":{"id":"0000000002","operation":"list-grants","page_token":"17","type_scoped_planned":true,"exclusion_group_x":{}}},"action_order":["0000000002"],"current_action_id":9,"step_durations_ms":{"x":1},"version":2}""")]
    [InlineData("""{"actions":[{"operation":"grant-expansion"},{"operation":"list-grants"}],"current_action":{"operation":"list-entitlements"},"completed_actions_count":45}""")]
    public async Task Go_syncs_are_gone_on_with_from_the_beginning(string token)
    {
        var id = await LeaveAsync(token);
        Assert.Equal(id, (await SyncAsync(Source)).SyncId);
        var content = await ReadAsync();
        Assert.Single(content.Syncs);
        Assert.Equal(["group", "user"], content.ResourceTypes.Select(static t => t.Id).Order());
        Assert.Equal(["group:g", "user:u"], content.ResourceIds);
        Assert.Equal(["group:g:member:user:u"], content.GrantIds);
    }

    [Theory]
    [InlineData("""{"version":3}""", "version 3")]
    [InlineData("""{"actions_map":{},"version":-1}""", "version -1")]
    [InlineData("not json", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    [InlineData("""{"actions_map":{},"action_order":["0000000001"],"version":1}""", "cannot be read")]
    [InlineData("""{"current_action_id":"many","version":1}""", "cannot be read")]
    public async Task States_that_are_not_understood_are_refused_without_damage(string token, string why)
    {
        await LeaveAsync(token);
        var before = await System.IO.File.ReadAllBytesAsync(File, Stop);
        var failure = await FailAsync(Source);
        Assert.Equal(ErrorCode.FailedPrecondition, failure.Code);
        Assert.Contains(why, failure.Message);
        Assert.Contains("--file", failure.Message);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, Stop));
    }
}
