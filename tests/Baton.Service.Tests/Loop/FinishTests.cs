using Baton.Logging;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Protocol.Rpc;
using Baton.Protocol.Validation;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceTask = Baton.Protocol.Service.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Baton.Service.Tests.Loop;

public sealed class FinishTests
{
    static readonly ServiceTask Grant = new() { Id = "2tveokPvtza3v2ShkigIFXV88SB", Grant = new() };
    static readonly ServiceTask Sync = new() { Id = "2tveokPvtza3v2ShkigIFXV88SB", SyncFull = new() };

    readonly SecretRedactor _redactor = new();
    readonly FakeTime _time = new() { Skips = false };

    [Fact]
    public void A_success_has_the_answer_and_no_status()
    {
        var response = new GrantManagerServiceGrantResponse { Grants = { new Grant { Id = "g1" } } };
        var request = Requests().Success(Grant, new(response, [new GrantAlreadyExists().ToAny()]));
        Assert.Equal(response, request.Success.Response.Unpack<GrantManagerServiceGrantResponse>());
        Assert.Null(request.Status);
        Assert.Single(request.Success.Annotations);
        Assert.Empty(WireRules.Validate(request));
    }

    [Fact]
    public void Annotations_are_as_many_as_C1_takes()
    {
        var many = Enumerable.Repeat(new GrantAlreadyExists().ToAny(), 40).ToList();
        var request = Requests().Success(Grant, new(null, many));
        Assert.Equal(16, request.Success.Annotations.Count);
        Assert.Empty(WireRules.Validate(request));
    }

    [Fact]
    public void An_answer_that_C1_cannot_take_is_a_failure_that_says_so()
    {
        var large = new GrantManagerServiceGrantResponse { Grants = { new Grant { Id = new string('x', 5 << 20) } } };
        var request = Requests().Success(Grant, new(large));
        Assert.True(request.Error.NonRetryable);
        Assert.Equal((int)ErrorCode.ResourceExhausted, request.Status.Code);
        Assert.True(request.CalculateSize() < 1000);
    }

    [Fact]
    public void A_failure_has_its_code_a_bounded_text_and_no_secret()
    {
        _redactor.Add(["s3cr3t"]);
        var request = Requests().Failure(Grant, new ConnectorException(ErrorCode.PermissionDenied, "with s3cr3t: " + new string('x', 100_000)));
        Assert.Equal((int)ErrorCode.PermissionDenied, request.Status.Code);
        Assert.StartsWith("with [redacted]: xxx", request.Status.Message, StringComparison.Ordinal);
        Assert.Equal(8192, request.Status.Message.Length);
        Assert.True(request.Error.NonRetryable);
        Assert.False(Requests().Failure(Sync, new ConnectorException(ErrorCode.Unavailable, "x")).Error.NonRetryable);
        Assert.Empty(WireRules.Validate(request));
    }

    [Fact]
    public void A_failure_that_says_nothing_has_a_text_nevertheless() =>
        Assert.Contains(nameof(ErrorCode.Unknown), Requests().Failure(Sync, new InvalidOperationException("")).Status.Message, StringComparison.Ordinal);

    [Fact]
    public void A_declined_grant_has_its_reason_in_the_details()
    {
        var info = Requests().Failure(Grant, new GrantDeclinedException("not on a Friday")).Status.Details[0].Unpack<ErrorInfo>();
        Assert.Equal(("grant_cancelled", "not on a Friday"), (info.Reason, info.Metadata["reason"]));
    }

    [Theory]
    [InlineData("sync_full", false)]
    [InlineData("grant", false)]
    [InlineData("create_account", true)]
    [InlineData("issue_credential", true)]
    public void A_task_that_was_begun_is_given_back_unless_it_may_have_made_something(string kind, bool nonRetryable)
    {
        var task = new ServiceTask { Id = Grant.Id };
        var field = ServiceTask.Descriptor.FindFieldByName(kind);
        field.Accessor.SetValue(task, Activator.CreateInstance(field.MessageType.ClrType)!);
        Assert.Equal(nonRetryable, Requests().ShuttingDown(task, begun: true).Error.NonRetryable);
        Assert.False(Requests().ShuttingDown(task, begun: false).Error.NonRetryable);
    }

    [Fact]
    public async Task A_report_is_repeated_while_the_line_is_cut()
    {
        var c1 = new FakeC1 { OnFinish = static (number, _) => number < 8 ? throw FakeC1.Away : new() };
        var begin = _time.GetUtcNow();
        Assert.True(await RunAsync(Finisher(c1).SendAsync(Requests().Success(Sync, new(null)), null, default)));
        Assert.Equal(8, c1.Finished.Count);
        Assert.InRange((_time.GetUtcNow() - begin).TotalSeconds, 60, 120);
    }

    [Theory]
    [InlineData(ErrorCode.NotFound)]
    [InlineData(ErrorCode.PermissionDenied)]
    public async Task A_report_that_C1_refuses_is_not_repeated(ErrorCode code)
    {
        var c1 = new FakeC1 { OnFinish = (_, _) => throw new ConnectorException(code, "no") };
        Assert.False(await Finisher(c1).SendAsync(Requests().Success(Sync, new(null)), null, default));
        Assert.Single(c1.Finished);
    }

    [Fact]
    public async Task When_C1_refuses_an_answer_the_task_fails()
    {
        var c1 = new FakeC1 { OnFinish = static (number, _) => number == 1 ? throw new ConnectorException(ErrorCode.InvalidArgument, "odd answer") : new() };
        Assert.True(await Finisher(c1).SendAsync(Requests().Success(Grant, new(new GrantManagerServiceGrantResponse())), null, default));
        Assert.Equal(
            "the task succeeded, but C1 does not accept the answer: odd answer",
            c1.Finished[1].Status.Message);
    }

    [Theory]
    [InlineData(ErrorCode.ResourceExhausted)]
    [InlineData(ErrorCode.Unauthenticated)]
    [InlineData(ErrorCode.Aborted)]
    public async Task A_report_that_C1_does_not_take_just_now_is_repeated_as_it_is(ErrorCode code)
    {
        var c1 = new FakeC1 { OnFinish = (number, _) => number < 3 ? throw new ConnectorException(code, "not now") : new() };
        Assert.True(await RunAsync(Finisher(c1).SendAsync(Requests().Success(Grant, new(new GrantManagerServiceGrantResponse())), null, default)));
        Assert.Equal([c1.Finished[0], c1.Finished[0], c1.Finished[0]], c1.Finished);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_for_C1_is_not_sent_again()
    {
        var large = new GrantManagerServiceGrantResponse { Grants = { new Grant { Id = new string('x', 1 << 20) } } };
        var c1 = new FakeC1 { OnFinish = static (number, _) => number == 1 ? throw new ConnectorException(ErrorCode.ResourceExhausted, "1 MiB at most") : new() };
        Assert.True(await Finisher(c1).SendAsync(Requests().Success(Grant, new(large)), null, default));
        Assert.Equal("the task succeeded, but C1 does not accept the answer: 1 MiB at most", c1.Finished[1].Status.Message);
    }

    [Fact]
    public async Task It_ends_in_the_end()
    {
        var c1 = new FakeC1 { OnFinish = static (_, _) => throw FakeC1.Away };
        Assert.False(await RunAsync(Finisher(c1).SendAsync(Requests().Success(Sync, new(null)), null, default)));
        Assert.InRange(c1.Finished.Count, 30, 50);
    }

    /// <summary>Lets all waits pass.</summary>
    async Task<T> RunAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            await EndToEnd.Wait.ForAsync(() => work.IsCompleted || _time.Waiting > 0);
            if (!work.IsCompleted)
                _time.AdvanceToNext();
        }
        return await work;
    }

    FinishRequests Requests() => new("h", _redactor);

    TaskFinisher Finisher(FakeC1 c1) => new(c1, Requests(), _time, NullLogger.Instance);
}
