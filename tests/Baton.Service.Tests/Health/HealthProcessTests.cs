using System.Net;
using System.Runtime.InteropServices;
using Baton.Service.Tests.EndToEnd;

namespace Baton.Service.Tests.Health;

/// <summary>Health checks of a process that is short of what it needs.</summary>
public sealed class HealthProcessTests
{
    const int OpenFiles = 7;

    [Fact]
    public async Task They_are_answered_again_when_there_are_files_to_open_again()
    {
        await using var c1 = await Emulator.StartAsync();
        await using var town = TownProcess.Start(c1, "--health-check", "--health-check-port=0");
        await town.SaidAsync("answering health checks");
        await Wait.ForAsync(() => c1.Calls("GetTask") > 0);
        var address = town.Log.Split("\"address\":\"")[1].Split('"')[0];
        Assert.Equal(0, Limit(town.Id, OpenFiles, 0, out var before));
        Assert.Equal(0, Limit(town.Id, OpenFiles, before with { Soft = 0 }, out _));
        using var client = new HttpClient();
        var answer = client.GetAsync(new Uri($"http://{address}/live"));
        await town.SaidAsync("health checks cannot be answered just now");
        Assert.Equal(0, Limit(town.Id, OpenFiles, before, out _));
        using var response = await answer.Soon();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        town.Signal(RunningProgram.SigTerm);
        Assert.Equal(0, await town.EndAsync());
    }

    readonly record struct Bounds(nuint Soft, nuint Hard);

    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    static extern int Limit(int process, int resource, nint none, out Bounds before);

    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    static extern int Limit(int process, int resource, in Bounds bounds, out Bounds before);
}
