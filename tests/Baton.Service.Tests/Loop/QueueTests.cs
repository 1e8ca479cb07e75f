using Baton.Protocol.Service.V1;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Baton.Service.Tests.Loop;

public sealed class QueueTests
{
    readonly FakeTime _time = new() { Skips = false };
    readonly List<BatonServiceGetTasksRequest> _polls = [];

    [Fact]
    public async Task A_batch_is_enough_for_every_slot_and_as_many_again()
    {
        var queue = Batch(3, 0, Sync("a"), Sync("b"), new ServiceTask { Id = "n", None = new() }, Sync("a"));
        Assert.Equal("a", (await queue.NextAsync(default)).Task!.Id);
        Assert.Equal(6u, Assert.Single(_polls).PageSize);
        var second = await queue.NextAsync(default);
        Assert.Equal(("b", TimeSpan.Zero), (second.Task!.Id, second.Next));
        Assert.Null((await queue.NextAsync(default)).Task);
        Assert.Equal(["a", "b"], _polls[1].KnownTaskIds.Order());
        Assert.Equal(4u, _polls[1].PageSize);
        queue.Release(second.Task);
        await queue.NextAsync(default);
        Assert.Equal(["a"], _polls[^1].KnownTaskIds);
    }

    [Fact]
    public async Task With_enough_at_hand_C1_is_not_asked()
    {
        var queue = Batch(2, 0, Sync("a"), Sync("b"), Sync("c"));
        Assert.Equal("a", (await queue.NextAsync(default)).Task!.Id);
        Assert.Equal("b", (await queue.NextAsync(default)).Task!.Id);
        Assert.Equal("c", (await queue.NextAsync(default)).Task!.Id);
        var none = await queue.NextAsync(default);
        Assert.Equal((null, TimeSpan.FromMilliseconds(100)), (none.Task, none.Next));
        Assert.Single(_polls);
    }

    [Fact]
    public async Task C1_says_when_it_wants_to_be_asked_again()
    {
        var queue = Batch(3, 40, Sync("a"));
        await queue.NextAsync(default);
        Assert.Equal(TimeSpan.FromSeconds(40), (await queue.NextAsync(default)).Next);
        Assert.Single(_polls);
        _time.Advance(TimeSpan.FromSeconds(40));
        await queue.NextAsync(default);
        Assert.Equal(2, _polls.Count);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_delays_no_poll()
    {
        var time = new SetBack(_time);
        var queue = Batch(3, 40, time, Sync("a"));
        await queue.NextAsync(default);
        time.By = TimeSpan.FromDays(1);
        _time.Advance(TimeSpan.FromSeconds(40));
        await queue.NextAsync(default);
        Assert.Equal(2, _polls.Count);
    }

    [Fact]
    public async Task A_task_at_hand_does_not_wait_for_a_poll()
    {
        var calls = 0;
        var c1 = new FakeC1 { OnGetTasks = _ => ++calls == 1 ? new() { Tasks = { Sync("a"), Sync("b") } } : throw FakeC1.Away };
        var queue = new BatchTaskQueue(c1, "h", 3, _time);
        Assert.Equal("a", (await queue.NextAsync(default)).Task!.Id);
        Assert.Equal("b", (await queue.NextAsync(default)).Task!.Id);
        Assert.Equal(1, calls);
        await Assert.ThrowsAnyAsync<ConnectorException>(async () => await queue.NextAsync(default));
    }

    [Fact]
    public async Task What_was_fetched_and_not_begun_can_be_given_back()
    {
        var queue = Batch(3, 0, Sync("a"), Sync("b"), Sync("c"));
        await queue.NextAsync(default);
        Assert.Equal(["b", "c"], queue.Drain().Select(static t => t.Id));
        Assert.Empty(queue.Drain());
    }

    [Fact]
    public async Task A_single_task_is_handed_out_once_until_it_is_released()
    {
        var queue = new SingleTaskQueue(new FakeC1 { OnGetTask = static () => new() { Task = Sync("a"), NextPoll = TimeSpan.FromSeconds(9).ToDuration() } }, "h");
        var first = await queue.NextAsync(default);
        Assert.Equal(TimeSpan.FromSeconds(9), first.Next);
        Assert.Null((await queue.NextAsync(default)).Task);
        queue.Release(first.Task!);
        Assert.NotNull((await queue.NextAsync(default)).Task);
    }

    [Fact]
    public async Task A_task_of_the_kind_none_is_none()
    {
        var queue = new SingleTaskQueue(new FakeC1 { OnGetTask = static () => new() { Task = new() { Id = "n", None = new() } } }, "h");
        var polled = await queue.NextAsync(default);
        Assert.Null(polled.Task);
        Assert.InRange(polled.Next.TotalSeconds, 0.9, 1.1);
    }

    static ServiceTask Sync(string id) => new() { Id = id, SyncFull = new() };

    BatchTaskQueue Batch(int slots, int nextPoll, params ServiceTask[] tasks) => Batch(slots, nextPoll, _time, tasks);

    BatchTaskQueue Batch(int slots, int nextPoll, TimeProvider time, params ServiceTask[] tasks)
    {
        var c1 = new FakeC1
        {
            OnGetTasks = request =>
            {
                _polls.Add(request);
                var answer = new BatonServiceGetTasksResponse { NextPoll = TimeSpan.FromSeconds(nextPoll).ToDuration() };
                if (_polls.Count == 1)
                    answer.Tasks.AddRange(tasks);
                return answer;
            },
        };
        return new(c1, "h", slots, time);
    }

    /// <summary>A clock that somebody set, while time goes on.</summary>
    sealed class SetBack(TimeProvider time) : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() - By;

        public override long GetTimestamp() => time.GetTimestamp();
    }
}
