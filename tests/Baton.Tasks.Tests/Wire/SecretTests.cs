using Google.Protobuf.WellKnownTypes;

namespace Baton.Tasks.Tests.Wire;

/// <summary>Every secret that a task brings or makes, looked for in the debug log of the run and in all reports: also when the source repeats it.</summary>
public sealed class SecretTests
{
    const string Chosen = "chosen <&\"> by Bea";
    const string Pin = "pin-8\"54\\1+/=";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_log_and_no_report_shows_a_secret(bool fails)
    {
        await using var service = await DeskService.StartAsync("--provisioning", "--ticketing", "--log-level=debug");
        service.Desk.TellsAll = true;
        service.Desk.Failure = fails ? new InvalidOperationException("broken") : null;
        service.Desk.Account = AccountResult.Created(new Runtime.Tests.Tasks.Clerk("bea", "Bea")) with { Secrets = [new("badge", "badge-4711")] };
        var readers = Readers.All;
        Protocol.Service.V1.Task[] tasks =
        [
            TaskSamples.Account(new() { RandomPassword = new() { Length = 20 } }, [.. readers]),
            TaskSamples.Account(new() { EncryptedPassword = new() { EncryptedPasswords = { service.C1.Seal(Chosen) } } }),
            .. readers.Select(static reader => TaskSamples.Of("rotate_credentials", reader)),
            TaskSamples.Of("issue_credential", readers[0]),
            SetPin(),
            new() { Debug = true, SyncFull = new() },
        ];
        var reports = new List<string>();
        foreach (var task in tasks)
        {
            var report = await service.RunAsync(task);
            Assert.Equal(fails, report.Error is not null);
            if (report.Error is not null)
                reports.Add(report.Status.Message);
        }
        await service.EndAsync();

        var passwords = service.Desk.Calls.Where(static call => call.Contains(" RandomPassword ", StringComparison.Ordinal)).Select(static call => call.Split(' ')[^2])
            .Concat(service.Desk.Calls.Where(static call => call.StartsWith("rotate", StringComparison.Ordinal)).Select(static call => call.Split(' ')[^1])).ToList();
        Assert.Equal(1 + readers.Count, passwords.Count);
        string[] secrets = [.. passwords, Chosen, Pin, "new-" + Pin, "badge-4711", "sesame", service.C1.ClientSecret, service.C1.ClientSecret.Split(':')[^1], "Bearer ", "eyJ"];
        Assert.Contains("task started", service.Log, StringComparison.Ordinal);
        Assert.All(secrets.SelectMany(Forms), secret => Assert.DoesNotContain(secret, service.Log, StringComparison.Ordinal));
        Assert.All(secrets.SelectMany(Forms), secret => Assert.DoesNotContain(reports, report => report.Contains(secret, StringComparison.Ordinal)));
        Assert.Equal(fails, service.Log.Contains("[redacted]", StringComparison.Ordinal));
    }

    static IEnumerable<string> Forms(string secret) => [secret, System.Text.Json.JsonSerializer.Serialize(secret).Trim('"'), Uri.EscapeDataString(secret)];

    static Protocol.Service.V1.Task SetPin() => TaskSamples.Invoke(
        "set-pin", "clerk",
        ("clerk", Value.ForStruct(new() { Fields = { ["resource_type_id"] = Value.ForString("clerk"), ["resource_id"] = Value.ForString("ann") } })),
        ("pin", Value.ForString(Pin)));
}
