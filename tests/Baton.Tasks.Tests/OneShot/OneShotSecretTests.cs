using Google.Protobuf.WellKnownTypes;

namespace Baton.Tasks.Tests.OneShot;

/// <summary>What the program does once shows no secret either: not at debug level, and not when the source repeats what it was asked.</summary>
public sealed class OneShotSecretTests
{
    const string Pin = "pin-8\"54\\1+/=";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_output_shows_a_secret(bool fails)
    {
        string[][] tasks =
        [
            ["--create-account-profile={\"name\": \"Bea\", \"login\": \"bea\"}"],
            ["--rotate-credentials=ann", "--rotate-credentials-type=clerk"],
            ["--invoke-action=set-pin", "--invoke-action-resource-type=clerk", $"--invoke-action-args={Arguments()}"],
        ];
        foreach (var task in tasks)
        {
            using var run = new OneShotRun();
            run.Desk.TellsAll = true;
            run.Desk.Failure = fails ? new InvalidOperationException("broken") : null;
            var result = await run.RunAsync([.. task, "--log-level=debug"]);
            Assert.Equal(fails, result.ExitCode != 0);
            var call = Assert.Single(run.Desk.Calls);
            var secret = call.StartsWith("hire", StringComparison.Ordinal) ? call.Split(' ')[^2] : call.Split(' ')[^1];
            foreach (var form in new[] { secret, System.Text.Json.JsonSerializer.Serialize(secret).Trim('"'), Uri.EscapeDataString(secret) })
            {
                Assert.DoesNotContain(form, result.Log, StringComparison.Ordinal);
                Assert.DoesNotContain(form, result.Output, StringComparison.Ordinal);
            }
            if (fails)
                Assert.Contains("[redacted]", result.Log, StringComparison.Ordinal);
        }
    }

    static string Arguments() => Protocol.ProtoJson.Format(new Struct
    {
        Fields = { ["clerk"] = Value.ForString("clerk:ann"), ["pin"] = Value.ForString(Pin) },
    });
}
