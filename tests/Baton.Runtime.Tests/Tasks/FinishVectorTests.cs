using System.Text.Json;
using Baton.Protocol;
using Baton.Tasks;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Runtime.Tests.Tasks;

/// <summary>How failed tasks are classified, beside recorded reports of another implementation.</summary>
public sealed class FinishVectorTests : DeskTasks
{
    static readonly Dictionary<string, JsonElement> Vectors = Load();

    /// <summary>Another attempt ends as this one did, so that here it is said that none is worth it.</summary>
    static readonly string[] ForGoodHere =
        ["event_feed_unsupported", "create_sync_diff_unsupported", "compact_syncs_unsupported", "no_task_type", "action_missing_name"];

    [Theory]
    [InlineData("grant_malformed")]
    [InlineData("revoke_malformed")]
    [InlineData("delete_resource_malformed")]
    [InlineData("issue_credential_malformed")]
    [InlineData("event_feed_unsupported")]
    [InlineData("create_sync_diff_unsupported")]
    [InlineData("compact_syncs_unsupported")]
    [InlineData("no_task_type")]
    [InlineData("action_missing_name")]
    [InlineData("list_ticket_schemas_empty")]
    public async Task A_task_that_cannot_be_done(string name)
    {
        var failure = await FailAsync(TaskOf(name));
        Assert.Equal(IsNonRetryable(name) || ForGoodHere.Contains(name), failure.NonRetryable);
        Assert.NotEqual("", failure.Message);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Theory]
    [InlineData("grant_plain_error", ErrorCode.Unknown)]
    [InlineData("grant_status_with_details", ErrorCode.PermissionDenied)]
    [InlineData("grant_wrapped_status", ErrorCode.PermissionDenied)]
    [InlineData("create_ticket_error_retryable", ErrorCode.Unavailable)]
    [InlineData("action_failed_with_error", ErrorCode.Unknown)]
    [InlineData("action_failed_no_error", ErrorCode.Unknown)]
    public void A_failure_of_the_connector(string name, ErrorCode code)
    {
        var recorded = Vectors[name].GetProperty("finish_request");
        Assert.Equal((int)code, recorded.GetProperty("status").GetProperty("code").GetInt32());
        var failure = TaskFailure.Of(TaskOf(name), new ConnectorException(code, "boom"));
        Assert.Equal((code, IsNonRetryable(name)), (failure.Code, failure.NonRetryable));
        var annotations = recorded.GetProperty("error").TryGetProperty("annotations", out var list) ? list.GetArrayLength() : 0;
        Assert.Equal(annotations, failure.Annotations.Count);
    }

    [Fact]
    public void A_declined_grant_has_the_details_that_C1_knows()
    {
        var recorded = Vectors["grant_cancelled_typed"].GetProperty("finish_request").GetProperty("status");
        var failure = TaskFailure.Of(TaskOf("grant_cancelled_typed"), new GrantDeclinedException("rejected by policy"));
        Assert.Equal(recorded.GetProperty("code").GetInt32(), (int)failure.Code);
        var expected = recorded.GetProperty("details")[0];
        var actual = failure.Details[0].Unpack<Protocol.Rpc.ErrorInfo>();
        Assert.Equal((expected.GetProperty("reason").GetString(), expected.GetProperty("domain").GetString()), (actual.Reason, actual.Domain));
        Assert.Equal(expected.GetProperty("metadata").EnumerateObject().Select(static pair => pair.Name), actual.Metadata.Keys);
    }

    static bool IsNonRetryable(string name) =>
        Vectors[name].GetProperty("finish_request").GetProperty("error").TryGetProperty("nonRetryable", out var value) && value.GetBoolean();

    static ServiceTask TaskOf(string name) => ProtoJson.Parse<ServiceTask>(Vectors[name].GetProperty("task").GetRawText());

    static Dictionary<string, JsonElement> Load()
    {
        using var stream = typeof(FinishVectorTests).Assembly.GetManifestResourceStream("finish-task.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateArray().ToDictionary(static vector => vector.GetProperty("name").GetString()!, static vector => vector.Clone());
    }
}
