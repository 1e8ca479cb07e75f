using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Runtime.Tests.Tasks;

/// <summary>Actions that have not ended when the task that invoked them is answered.</summary>
public sealed class LongActionTests() : DeskTasks(waitsEndAtOnce: true)
{
    static readonly ServiceTask Count = new() { ActionInvoke = new() { Name = "count", Args = new() { Fields = { ["rooms"] = Value.ForBool(true) } } } };

    [Fact]
    public async Task Action_that_takes_longer_goes_on_and_is_asked_for()
    {
        var end = new TaskCompletionSource();
        Desk.Work = _ => end.Task;
        var running = await AnswerAsync<InvokeActionResponse>(Count);
        Assert.Equal(BatonActionStatus.Running, running.Status);
        Assert.Null(running.Response);
        Assert.Equal(BatonActionStatus.Running, (await StatusAsync(running.Id)).Status);
        end.SetResult();
        GetActionStatusResponse status;
        do
        {
            await Task.Yield();
            status = await StatusAsync(running.Id);
        }
        while (status.Status == BatonActionStatus.Running);
        Assert.Equal((BatonActionStatus.Complete, 7d), (status.Status, status.Response.Fields["number"].NumberValue));
    }

    [Fact]
    public async Task Failure_of_a_longer_action_is_its_status()
    {
        var end = new TaskCompletionSource();
        Desk.Work = _ => end.Task;
        var id = (await AnswerAsync<InvokeActionResponse>(Count)).Id;
        end.SetException(new ConnectorException(ErrorCode.Internal, "broken"));
        GetActionStatusResponse status;
        do
        {
            await Task.Yield();
            status = await StatusAsync(id);
        }
        while (status.Status == BatonActionStatus.Running);
        Assert.Equal((BatonActionStatus.Failed, "broken"), (status.Status, status.Response.Fields["error"].StringValue));
        Assert.False(status.Response.Fields["success"].BoolValue);
    }

    Task<GetActionStatusResponse> StatusAsync(string id) => AnswerAsync<GetActionStatusResponse>(new() { ActionStatus = new() { Id = id } });
}
