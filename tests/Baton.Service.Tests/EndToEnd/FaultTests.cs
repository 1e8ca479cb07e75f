using Baton.Testing;
using FinalState = Baton.Protocol.Service.V1.BatonServiceFinishTaskRequest.FinalStateOneofCase;

namespace Baton.Service.Tests.EndToEnd;

public sealed class FaultTests
{
    public static TheoryData<string, FaultKind> Faults
    {
        get
        {
            var all = new TheoryData<string, FaultKind>();
            foreach (var method in new[] { "Hello", "GetTask", "Heartbeat", "FinishTask", "UploadAsset" })
            {
                foreach (var kind in new[] { FaultKind.Status, FaultKind.Drop, FaultKind.ExpireTokens })
                    all.Add(method, kind);
            }
            all.Add("UploadAsset", FaultKind.DropUpload);
            all.Add("UploadAsset", FaultKind.DropAnswer);
            all.Add("Heartbeat", FaultKind.DropAnswer);
            all.Add("token", FaultKind.Drop);
            all.Add("token", FaultKind.Status);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_task_survives_what_passes(string method, FaultKind kind)
    {
        await using var c1 = await Emulator.StartAsync();
        c1.Add(new(method, kind));
        var task = c1.Enqueue(Tasks.Sync());
        await using var service = RunningService.Start(c1);
        Assert.Equal(FinalState.Success, (await task.Finished.Soon()).FinalStateCase);
        Assert.NotEmpty(task.Uploads);
        Assert.Equal(0, await service.StopAsync().Soon());
        Assert.Empty(c1.Violations);
        Assert.Empty(service.Files);
    }

    [Fact]
    public async Task A_report_whose_answer_is_lost_is_not_made_twice()
    {
        await using var c1 = await Emulator.StartAsync();
        c1.Add(new("FinishTask", FaultKind.DropAnswer));
        var task = c1.Enqueue(Tasks.Sync());
        await using var service = RunningService.Start(c1);
        await task.Finished.Soon();
        Assert.Equal(0, await service.StopAsync().Soon());
        Assert.Single(task.Uploads);
        Assert.Contains("an earlier report has arrived", service.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("\"level\":\"error\"", service.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_at_the_start_is_waited_for()
    {
        await using var c1 = await Emulator.StartAsync();
        c1.Add(new("Hello", FaultKind.Drop) { Times = 2 });
        await using var service = RunningService.Start(c1);
        await c1.Hello.Soon();
        Assert.Equal(3, c1.Calls("Hello"));
    }

    [Fact]
    public async Task A_task_that_asks_for_a_hello_gets_it_when_the_line_is_back()
    {
        await using var c1 = await Emulator.StartAsync();
        await using var service = RunningService.Start(c1);
        await c1.Hello.Soon();
        c1.Add(new("Hello", FaultKind.Drop));
        await c1.Enqueue(new() { Hello = new() }).Finished.Soon();
        Assert.Equal(3, c1.Calls("Hello"));
        Assert.Contains("\"Hello failed; trying again\"", service.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_token_is_replaced_once()
    {
        await using var c1 = await Emulator.StartAsync();
        await using var service = RunningService.Start(c1);
        await c1.Hello.Soon();
        Assert.Equal(1, c1.TokensGiven);
        c1.Add(new("GetTask", FaultKind.ExpireTokens));
        await c1.Enqueue(Tasks.Sync()).Finished.Soon();
        Assert.Equal(2, c1.TokensGiven);
    }

    [Theory]
    [InlineData(ErrorCode.PermissionDenied)]
    [InlineData(ErrorCode.InvalidArgument)]
    [InlineData(ErrorCode.FailedPrecondition)]
    [InlineData(ErrorCode.Unimplemented)]
    [InlineData(ErrorCode.NotFound)]
    [InlineData(ErrorCode.Unauthenticated)]
    public async Task A_final_refusal_ends_the_program_with_its_code(ErrorCode code)
    {
        await using var c1 = await Emulator.StartAsync();
        // A refused token is replaced once.
        c1.Add(new("Hello", FaultKind.Status) { Code = code, Times = code == ErrorCode.Unauthenticated ? 2 : 1 });
        await using var service = RunningService.Start(c1);
        Assert.Equal((int)code, await service.Ended.Soon());
        Assert.Contains("runner: startup Hello failed: scripted failure: 100 %", service.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_ends_the_program()
    {
        await using var c1 = await Emulator.StartAsync();
        await using var other = await Emulator.StartAsync();
        await using var service = RunningService.Start(c1.ClientId, other.ClientSecret, c1.Host);
        Assert.Equal((int)ErrorCode.Unauthenticated, await service.Ended.Soon());
        Assert.Contains("failed to get token: 401", service.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_shows_a_secret()
    {
        await using var c1 = await Emulator.StartAsync();
        foreach (var method in new[] { "token", "Hello", "GetTask", "Heartbeat", "UploadAsset", "FinishTask" })
            c1.Add(new(method, FaultKind.Drop));
        var task = c1.Enqueue(Tasks.Sync());
        await using var service = RunningService.Start(c1);
        await task.Finished.Soon();
        await service.StopAsync().Soon();
        Assert.Contains("uploaded", service.Log, StringComparison.Ordinal);
        var key = c1.ClientSecret.Split(':')[^1];
        foreach (var secret in new[] { c1.ClientSecret, key, RunningService.Token, "Bearer ", "eyJ" })
            Assert.DoesNotContain(secret, service.Log, StringComparison.Ordinal);
    }
}
