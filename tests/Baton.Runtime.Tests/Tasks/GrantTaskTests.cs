using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Protocol.Rpc;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Runtime.Tests.Tasks;

/// <summary>Grant and revoke tasks.</summary>
public sealed class GrantTaskTests : DeskTasks
{
    [Fact]
    public async Task Grant_is_answered_with_the_grant()
    {
        var answer = await AnswerAsync<GrantManagerServiceGrantResponse>(Grant());
        Assert.Equal(["open room:vault to clerk:ann Ann"], Desk.Calls);
        var grant = Assert.Single(answer.Grants);
        Assert.Equal("room:vault:key-holder:clerk:ann", grant.Id);
        Assert.Equal(("room:vault:key-holder", "ann"), (grant.Entitlement.Id, grant.Principal.Id.Resource));
        Assert.Empty(answer.Annotations);
    }

    [Fact]
    public async Task Outcomes_are_annotations_of_answer_and_task()
    {
        Desk.Grant = GrantOutcome.AlreadyGranted;
        var already = await RunAsync(Grant());
        Assert.True(already.Annotations.Has<GrantAlreadyExists>());
        Assert.True(((GrantManagerServiceGrantResponse)already.Response!).Annotations.Has<GrantAlreadyExists>());
        Desk.Grant = GrantOutcome.Replaced("old");
        Assert.Equal("old", (await RunAsync(Grant())).Annotations.Find<GrantReplaced>()!.ReplacedGrantId);
        Desk.Revocation = RevokeOutcome.AlreadyRevoked;
        Assert.True((await RunAsync(Revoke())).Annotations.Has<GrantAlreadyRevoked>());
        Desk.Revocation = RevokeOutcome.Revoked;
        Assert.Empty((await RunAsync(Revoke())).Annotations);
    }

    [Fact]
    public async Task Declined_grant_carries_the_reason()
    {
        Desk.Failure = new GrantDeclinedException("rejected by policy");
        var failure = await FailAsync(Grant());
        Assert.Equal((ErrorCode.FailedPrecondition, true), (failure.Code, failure.NonRetryable));
        Assert.EndsWith("rejected by policy", failure.Message, StringComparison.Ordinal);
        var info = Assert.Single(failure.Details).Unpack<ErrorInfo>();
        Assert.Equal(("grant_cancelled", "github.com/conductorone/baton-sdk", "rejected by policy"), (info.Reason, info.Domain, info.Metadata["reason"]));
    }

    [Fact]
    public async Task Incomplete_tasks_are_malformed()
    {
        ServiceTask[] tasks =
        [
            new() { Grant = new() }, new() { Grant = new() { Entitlement = Entitlement() } },
            new() { Revoke = new() }, new() { Revoke = new() { Grant = new() { Entitlement = Entitlement() } } },
        ];
        foreach (var task in tasks)
        {
            var failure = await FailAsync(task);
            Assert.StartsWith("malformed ", failure.Message, StringComparison.Ordinal);
            Assert.True(failure.NonRetryable);
        }
    }

    [Fact]
    public async Task Kinds_without_a_handler_are_not_supported()
    {
        var failure = await FailAsync(new() { EventFeed = new() });
        Assert.Equal((ErrorCode.Unimplemented, "this connector does not support event feed", true), (failure.Code, failure.Message, failure.NonRetryable));
    }

    [Fact]
    public void Tickets_hand_their_annotations_back_and_may_be_tried_again()
    {
        var task = new ServiceTask { CreateTicketTask = new() { Annotations = { new GrantAlreadyExists().ToAny() } } };
        var failure = Baton.Tasks.TaskFailure.Of(task, new ConnectorException(ErrorCode.Unavailable, "down"));
        Assert.Equal((ErrorCode.Unavailable, "down", false), (failure.Code, failure.Message, failure.NonRetryable));
        Assert.Single(failure.Annotations);
    }

    static ServiceTask Grant() => new()
    {
        Grant = new() { Entitlement = Entitlement(), Principal = new() { Id = new() { ResourceType = "clerk", Resource = "ann" }, DisplayName = "Ann" } },
    };

    static ServiceTask Revoke() => new() { Revoke = new() { Grant = new() { Id = "g", Entitlement = Entitlement(), Principal = Grant().Grant.Principal } } };

    static Entitlement Entitlement() => new()
    {
        Id = "room:vault:key-holder", Slug = "key-holder", Resource = new() { Id = new() { ResourceType = "room", Resource = "vault" } },
    };
}
