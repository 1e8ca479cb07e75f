namespace Baton.Tasks.Tests.OneShot;

/// <summary>What the program does once, by flag: what is called, what is logged, what is printed, how it ends; and which flag wins.</summary>
public sealed class OneShotTableTests
{
    const string Paint = "{\"room\": \"room:vault\", \"colour\": \"red\"}";
    const string CreateAccount = "--create-account-profile={\"name\": \"Bea\", \"login\": \"bea\"}";

    /// <summary>Arguments, beginning of the call of the connector's method (empty for none), and what the log says.</summary>
    public static TheoryData<string[], string, string> Rows => new()
    {
        { ["--grant-entitlement=room:vault:key-holder", "--grant-principal=ann", "--grant-principal-type=clerk"],
            "open room:vault to clerk:ann Ann", "Granted" },
        { ["--event-feed=true"], "doors ", "" },
        { ["--event-feed=true", "--event-feed-id=doors", "--event-feed-cursor=v1:[7]", "--event-feed-start-at=2026-03-04T12:00:00Z"],
            "doors 2026-03-04T12:00:00.0000000+00:00 7 100", "" },
        { [CreateAccount], "hire bea  NewClerk { Name = Bea, Floor = 1 } RandomPassword ", "account" },
        { [CreateAccount, "--create-account-login=ann", "--create-account-email=a@x.example"], "hire bea a@x.example ", "account" },
        { [CreateAccount, "--create-account-resource-type=clerk"], "hire bea ", "account" },
        { ["--invoke-action=count", "--invoke-action-args={\"rooms\": true}"], "count True ", "ActionInvoke response" },
        { ["--invoke-action=paint", "--invoke-action-resource-type=room", $"--invoke-action-args={Paint}"],
            "paint room:vault red", "ActionInvoke response" },
        { ["--invoke-resource-action=paint", "--invoke-resource-action-resource-type=room", $"--invoke-resource-action-args={Paint}"],
            "paint room:vault red", "ActionInvoke response" },
        { ["--list-action-schemas"], "", "Action Schemas" },
        { ["--list-action-schemas", "--list-action-schemas-resource-type=room"], "", "Action Schemas" },
        { ["--list-resource-actions=room"], "", "Action Schemas" },
        { ["--delete-resource=ann", "--delete-resource-type=clerk"], "dismiss clerk:ann of nobody", "deleted resource" },
        { ["--rotate-credentials=ann", "--rotate-credentials-type=clerk"], "rotate clerk:ann ", "rotated credentials" },
        { ["--create-ticket", "--ticket-template-path=FOLDER/one.json"], "create access Printer", "created ticket" },
        { ["--bulk-create-ticket", "--bulk-ticket-template-path=FOLDER/two.json"], "create access Printer", "created tickets" },
        { ["--list-ticket-schemas"], "schemas", "Ticket Schemas" },
        { ["--get-ticket", "--ticket-id=t7"], "ticket t7", "ticket" },
        { [], "", "Sync complete." },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_flag_does_its_task_and_nothing_else(string[] args, string call, string message)
    {
        using var run = new OneShotRun();
        if (args is [var first, ..] && first.StartsWith("--grant", StringComparison.Ordinal))
            (await run.RunAsync()).ShouldSucceed();
        var result = await run.RunAsync(args);
        result.ShouldSucceed();
        Assert.Equal(call.Length == 0 ? [] : [call], run.Desk.Calls.Where(made => made != "schemas" || call == "schemas")
            .Distinct().Select(made => made.StartsWith(call, StringComparison.Ordinal) ? call : made));
        if (message.Length > 0)
            Assert.Contains($"\"msg\":\"{message}\"", result.Log, StringComparison.Ordinal);
        // Only events are printed; all else is in the log.
        Assert.Equal(args is [['-', '-', 'e', ..], ..] ? 1 : 0, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    /// <summary>Of two that are not excluded together, the one that comes first in the table is done.</summary>
    [Theory]
    [InlineData("hire ", "--create-account-login=bea", CreateAccount, "--invoke-action=count")]
    [InlineData("hire ", CreateAccount, "--delete-resource=ann", "--delete-resource-type=clerk")]
    [InlineData("count ", "--list-action-schemas", "--invoke-action=count", "--invoke-action-args={\"rooms\": true}")]
    [InlineData("count ", "--delete-resource=ann", "--delete-resource-type=clerk", "--invoke-action=count", "--invoke-action-args={\"rooms\": true}")]
    [InlineData("doors ", "--event-feed=true", CreateAccount)]
    [InlineData("", "--list-action-schemas", "--delete-resource=ann", "--delete-resource-type=clerk")]
    public async Task The_first_in_the_order_wins(string call, params string[] args)
    {
        using var run = new OneShotRun();
        (await run.RunAsync(args)).ShouldSucceed();
        Assert.Equal(call.Length > 0, run.Desk.Calls.Count == 1);
        Assert.All(run.Desk.Calls, made => Assert.StartsWith(call, made, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--event-feed=false")]
    [InlineData("--create-account-email=a@x.example")]
    [InlineData("--create-account-resource-type=clerk")]
    [InlineData("--list-action-schemas-resource-type=room")]
    [InlineData("--event-feed-id=doors")]
    [InlineData("--rotate-credentials-type=clerk")]
    public async Task A_flag_that_only_adds_to_another_does_nothing_alone(string flag)
    {
        using var run = new OneShotRun();
        var result = await run.RunAsync(flag);
        result.ShouldSucceed();
        Assert.Contains("Sync complete.", result.Log, StringComparison.Ordinal);
        Assert.Empty(run.Desk.Calls);
    }

    [Theory]
    [InlineData("grant-entitlement=x", "--grant-principal=a", "revoke-grant=g")]
    [InlineData("grant-entitlement=x", "--grant-principal=a", "event-feed=true")]
    [InlineData("create-account-login=a", "", "delete-resource=b")]
    [InlineData("create-ticket", "--ticket-template-path=x", "list-ticket-schemas")]
    [InlineData("get-ticket", "--ticket-id=x", "rotate-credentials=b")]
    public async Task Two_of_one_set_exclude_each_other(string first, string with, string second)
    {
        using var run = new OneShotRun();
        string[] args = [$"--{first}", .. with.Length > 0 ? [with] : Array.Empty<string>(), $"--{second}"];
        var result = await run.RunAsync(args);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("are set none of the others can be", result.Log, StringComparison.Ordinal);
        Assert.Empty(run.Desk.Calls);
    }

    [Theory]
    [InlineData("--grant-entitlement=x")]
    [InlineData("--grant-principal=a")]
    [InlineData("--create-ticket")]
    [InlineData("--bulk-create-ticket")]
    [InlineData("--get-ticket")]
    [InlineData("--diff-syncs")]
    [InlineData("--compact-syncs")]
    public async Task What_belongs_together_is_asked_for_together(string flag)
    {
        using var run = new OneShotRun();
        var result = await run.RunAsync(flag);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("are set they must all be set", result.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ErrorCode.PermissionDenied)]
    [InlineData(ErrorCode.Unavailable)]
    [InlineData(ErrorCode.AlreadyExists)]
    public async Task The_exit_code_is_the_code_of_the_failure(ErrorCode code)
    {
        string[][] tasks =
        [
            ["--delete-resource=ann", "--delete-resource-type=clerk"], ["--event-feed=true"], ["--get-ticket", "--ticket-id=t1"], [CreateAccount],
            ["--invoke-action=count", "--invoke-action-args={\"rooms\": true}"],
        ];
        foreach (var task in tasks)
        {
            using var run = new OneShotRun();
            run.Desk.Failure = new ConnectorException(code, "not now");
            var result = await run.RunAsync(task);
            Assert.Equal((int)code, result.ExitCode);
            Assert.Contains("not now", result.Log, StringComparison.Ordinal);
            Assert.Equal("", result.Output);
        }
    }
}
