using Baton.Logging;
using Baton.Tasks;
using Microsoft.Extensions.Logging;
using Kind = Baton.Protocol.Service.V1.Task.TaskTypeOneofCase;
using ServiceTask = Baton.Protocol.Service.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Baton.Service.Tests.Loop;

/// <summary>Between the signal and the end.</summary>
public sealed class DrainTests
{
    static readonly ServiceTask Grant = new() { Id = "2tveokPvtza3v2ShkigIFXV88SB", Grant = new() };

    static readonly TimeSpan Grace = TimeSpan.FromSeconds(9);

    readonly FakeTime _time = new() { Skips = false };
    readonly Lines _log = new();
    readonly ActionRuns _actions;

    public DrainTests() => _actions = new(_time);

    [Fact]
    public async Task What_became_of_a_task_is_said_before_the_end()
    {
        Task loop = null!;
        var hungUp = new TaskCompletionSource();
        var c1 = new FakeC1
        {
            OnGetTask = One(Grant),
            Finishing = async stopped =>
            {
                using var registration = stopped.Register(hungUp.SetResult);
                await hungUp.Task;
                await Task.WhenAny(loop, Task.Delay(100, CancellationToken.None)); // a line that takes its time to be given up
                stopped.ThrowIfCancellationRequested();
            },
        };
        var work = new Endless();
        using var signal = new CancellationTokenSource();
        loop = Loop(c1, work).RunAsync(signal.Token);
        await EndToEnd.Tasks.Soon(work.Reached);
        await signal.CancelAsync();
        await AdvanceAsync(Grace);
        await EndToEnd.Wait.ForAsync(() => c1.Finished.Count == 1);
        await AdvanceAsync(ServiceOptions.ReportLimit);
        await EndToEnd.Tasks.Soon(loop);
        Assert.Contains("the end of the task could not be reported; C1 will notice by itself", _log.All);
        Assert.Equal("stopped", _log.All[^1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Actions_that_go_on_may_end_too(bool isInTime)
    {
        var ended = new TaskCompletionSource<ValueMap>();
        var run = await _actions.StartAsync("paint", TimeSpan.Zero, stop => ended.Task.WaitAsync(stop), default);
        using var signal = new CancellationTokenSource();
        var loop = Loop(new(), new Endless()).RunAsync(signal.Token);
        await signal.CancelAsync();
        await EndToEnd.Wait.ForAsync(() => _log.All.Contains("stopping"));
        if (isInTime)
            ended.SetResult(ValueMap.Empty);
        else
            await PassAsync(run.Ended);
        await PassAsync(loop);
        Assert.Equal(isInTime, run.Failure is null);
    }

    static Func<Protocol.Service.V1.BatonServiceGetTaskResponse> One(ServiceTask task)
    {
        var polls = 0;
        return () => ++polls == 1 ? new() { Task = task } : new();
    }

    TaskLoop Loop(FakeC1 c1, ITaskHandler handler)
    {
        var requests = new FinishRequests("h", new SecretRedactor());
        var finisher = new TaskFinisher(c1, requests, _time, _log);
        var handlers = new TaskHandlers(new Dictionary<Kind, ITaskHandler> { [Kind.Grant] = handler });
        var runner = new TaskRunner(c1, handlers, null!, requests, finisher, "h", _time, _log);
        var options = new ServiceOptions { Id = null!, Secret = null!, Endpoint = null!, HostId = "h", ShutdownGrace = Grace };
        return new(new SingleTaskQueue(c1, "h"), runner, _actions, requests, finisher, options, _time, _log);
    }

    /// <summary>Lets a wait of that length pass, and no other.</summary>
    async Task AdvanceAsync(TimeSpan wait)
    {
        await EndToEnd.Wait.ForAsync(() => _time.Waits.Contains(wait));
        _time.Advance(wait);
    }

    /// <summary>Lets waits pass until something happened.</summary>
    async Task PassAsync(Task happened)
    {
        while (!happened.IsCompleted)
        {
            await EndToEnd.Wait.ForAsync(() => happened.IsCompleted || _time.Waiting > 0);
            if (!happened.IsCompleted && _time.Next is { Ticks: >= 0 } next)
                _time.Advance(next);
        }
        await happened;
    }

    sealed class Endless : ITaskHandler
    {
        readonly TaskCompletionSource _reached = new();

        public Task Reached => _reached.Task;

        public async Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
        {
            _reached.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new(null);
        }
    }

    sealed class Lines : ILogger
    {
        readonly List<string> _all = [];

        public IReadOnlyList<string> All
        {
            get
            {
                lock (_all)
                    return [.. _all];
            }
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> format)
        {
            lock (_all)
                _all.Add(format(state, exception));
        }
    }
}
