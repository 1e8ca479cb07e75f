using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Protocol.Rpc;
using Baton.Testing;

namespace Baton.Tasks.Tests.Wire;

/// <summary>Grants and revocations over the wire, with what they say besides; and how failures of all kinds are classified.</summary>
public sealed class AccessWireTests
{
    static readonly SecretReader Nobody = SecretReader.Create();

    static readonly string[] Changes = ["grant", "revoke", "create_account", "create_resource", "delete_resource", "rotate_credentials", "issue_credential"];

    [Fact]
    public async Task A_grant_says_what_is_granted_now()
    {
        await using var service = await DeskService.StartAsync();
        var task = TaskSamples.Of("grant", Nobody);
        var finish = await service.RunAsync(task);
        Assert.Empty(finish.Success.Annotations);
        var grant = Assert.Single(finish.Success.Response.Unpack<GrantManagerServiceGrantResponse>().Grants);
        Assert.Equal(("room:vault:key-holder:clerk:ann", task.Grant.Entitlement, task.Grant.Principal), (grant.Id, grant.Entitlement, grant.Principal));
        Assert.Equal(["open room:vault to clerk:ann Ann"], service.Desk.Calls);
        await service.EndAsync();
    }

    [Fact]
    public async Task What_was_so_before_is_said()
    {
        await using var service = await DeskService.StartAsync();
        service.Desk.Grant = GrantOutcome.AlreadyGranted;
        Assert.True((await service.RunAsync(TaskSamples.Of("grant", Nobody))).Success.Annotations.Has<GrantAlreadyExists>());
        service.Desk.Grant = GrantOutcome.Replaced("room:vault:key-holder:clerk:bea");
        var replaced = (await service.RunAsync(TaskSamples.Of("grant", Nobody))).Success;
        Assert.Equal("room:vault:key-holder:clerk:bea", replaced.Annotations.Find<GrantReplaced>()!.ReplacedGrantId);
        Assert.Equal(replaced.Annotations, replaced.Response.Unpack<GrantManagerServiceGrantResponse>().Annotations);
        service.Desk.Revocation = RevokeOutcome.AlreadyRevoked;
        Assert.True((await service.RunAsync(TaskSamples.Of("revoke", Nobody))).Success.Annotations.Has<GrantAlreadyRevoked>());
        await service.EndAsync();
    }

    [Fact]
    public async Task A_declined_grant_carries_its_reason_for_programs()
    {
        await using var service = await DeskService.StartAsync();
        service.Desk.Failure = new GrantDeclinedException("not on a Friday");
        var finish = await service.RunAsync(TaskSamples.Of("grant", Nobody));
        Assert.Equal(((int)ErrorCode.FailedPrecondition, true), (finish.Status.Code, finish.Error.NonRetryable));
        var info = finish.Status.Details[0].Unpack<ErrorInfo>();
        Assert.Equal(("grant_cancelled", "github.com/conductorone/baton-sdk", "not on a Friday"), (info.Reason, info.Domain, info.Metadata["reason"]));
        await service.EndAsync();
    }

    [Fact]
    public async Task Whatever_changes_something_is_never_tried_again_and_keeps_its_code()
    {
        await using var service = await DeskService.StartAsync();
        foreach (var kind in Changes)
        {
            service.Desk.Failure = new ConnectorException(ErrorCode.Aborted, "in the way");
            var finish = await service.RunAsync(TaskSamples.Of(kind, Nobody));
            Assert.Equal(((int)ErrorCode.Aborted, true), (finish.Status.Code, finish.Error.NonRetryable));
            Assert.EndsWith(": in the way", finish.Status.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', finish.Status.Message);
        }
        await service.EndAsync();
    }

    [Fact]
    public async Task Every_code_arrives_as_it_is_and_a_plain_exception_as_unknown()
    {
        await using var service = await DeskService.StartAsync();
        foreach (var code in Enum.GetValues<ErrorCode>().Except([ErrorCode.Unavailable, ErrorCode.DeadlineExceeded]))
        {
            service.Desk.Failure = new ConnectorException(code, $"code {code}");
            Assert.Equal((int)code, (await service.RunAsync(TaskSamples.Of("delete_resource", Nobody))).Status.Code);
        }
        service.Desk.Failure = new InvalidOperationException("no such luck");
        var finish = await service.RunAsync(TaskSamples.Of("delete_resource", Nobody));
        Assert.Equal(((int)ErrorCode.Unknown, true), (finish.Status.Code, finish.Error.NonRetryable));
        Assert.Equal("delete resource failed: no such luck", finish.Status.Message);
        await service.EndAsync();
    }

    [Fact]
    public async Task Without_leave_nothing_is_changed()
    {
        await using var service = await DeskService.StartAsync("--ticketing");
        foreach (var kind in Changes)
        {
            var finish = await service.RunAsync(TaskSamples.Of(kind, Nobody));
            Assert.Equal(((int)ErrorCode.FailedPrecondition, true), (finish.Status.Code, finish.Error.NonRetryable));
            Assert.Contains("--provisioning", finish.Status.Message, StringComparison.Ordinal);
        }
        Assert.Empty(service.Desk.Calls);
        await service.EndAsync();
    }

    [Fact]
    public async Task Incomplete_tasks_are_malformed_for_good()
    {
        await using var service = await DeskService.StartAsync();
        Protocol.Service.V1.Task[] tasks =
        [
            new() { Grant = new() }, new() { Revoke = new() }, new() { CreateAccount = new() }, new() { CreateResource = new() }, new() { DeleteResource = new() },
            new() { RotateCredentials = new() }, new() { IssueCredential = new() },
            new() { IssueCredential = new() { IdentityId = TaskSamples.Ann, CredentialOptions = new() { ApiKey = new() } } },
        ];
        foreach (var task in tasks)
        {
            var finish = await service.RunAsync(task);
            Assert.Equal(((int)ErrorCode.InvalidArgument, true), (finish.Status.Code, finish.Error.NonRetryable));
            Assert.StartsWith("malformed ", finish.Status.Message, StringComparison.Ordinal);
        }
        Assert.Empty(service.Desk.Calls);
        await service.EndAsync();
    }
}
