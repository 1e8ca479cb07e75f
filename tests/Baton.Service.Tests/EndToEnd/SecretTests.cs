using System.Text;
using Baton.Testing;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>What a process writes and sends at debug level while all goes wrong that can, searched for everything that must not be there.</summary>
public sealed class SecretTests
{
    const string Password = "proxy-pass-71d0";

    [Fact]
    public async Task No_secret_leaves_the_process()
    {
        using var authority = new Authority();
        await using var c1 = await Emulator.StartAsync(new() { Certificate = authority.Issue("c1.example"), TokenLifetime = TimeSpan.FromSeconds(12), MostAttempts = 2 });
        await using var proxy = new ConnectProxy(new Uri($"https://{c1.Host}").Port, $"town:{Password}");
        c1.Add(new("token", FaultKind.Drop));
        c1.Add(new("Hello", FaultKind.Status));
        foreach (var method in new[] { "GetTask", "Heartbeat", "UploadAsset", "FinishTask" })
        {
            c1.Add(new(method, FaultKind.Drop));
            c1.Add(new(method, FaultKind.ExpireTokens));
        }
        c1.Add(new("UploadAsset", FaultKind.DropUpload));
        string[] settings = [$"SSL_CERT_FILE={authority.File}", "BATON_C1_API_HOST=", $"HTTPS_PROXY=http://town:{Password}@{proxy.Address}", "--provisioning"];
        EmulatedTask[] tasks = [c1.Enqueue(new() { Debug = true, SyncFull = new() }), c1.Enqueue(Tasks.Grant()), c1.Enqueue(new() { CreateAccount = new() })];
        string log;
        await using (var town = TownProcess.Start(c1, settings))
        {
            foreach (var task in tasks)
                await task.Finished.Soon();
            town.Signal(RunningProgram.SigTerm);
            Assert.Equal(0, await town.EndAsync());
            log = town.Log;
        }
        // And one whose token the town refuses, in a message that quotes it.
        var refused = c1.Enqueue(new() { Debug = true, SyncFull = new() });
        await using (var town = TownProcess.Start(c1, [.. settings, "BATON_TOKEN=wrong"]))
        {
            Assert.Equal((int)ErrorCode.PermissionDenied, (await refused.Finished.Soon()).Status.Code);
            town.Signal(RunningProgram.SigTerm);
            Assert.Equal(0, await town.EndAsync());
            log += town.Log;
        }
        var told = string.Concat(tasks.Append(refused).Select(static t => t.Finished.Result.ToString()));
        var uploads = string.Concat(tasks.SelectMany(static t => t.Uploads).Select(Encoding.Latin1.GetString));
        foreach (var text in new[] { log, told, uploads })
        {
            foreach (var secret in new[] { c1.ClientSecret, c1.ClientSecret.Split(':')[^1], RunningService.Token, Password, "Bearer ", "eyJ", "wrong-ish" })
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
            Assert.DoesNotMatch("[0-9a-f]{40}", text); // an access token of the emulator
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"town:{Password}")), text, StringComparison.Ordinal);
        }
        Assert.Contains("\"level\":\"debug\"", log, StringComparison.Ordinal);
        Assert.Contains("uploading failed; trying again", log, StringComparison.Ordinal);
    }
}
