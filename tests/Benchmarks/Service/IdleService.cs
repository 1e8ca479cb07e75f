using System.Diagnostics;
using Baton.Benchmarks.Measuring;
using Baton.Testing;

namespace Baton.Benchmarks.Service;

/// <summary>A connector in service mode that has nothing to do: how much of it is resident, and what asking for tasks costs.</summary>
static class IdleService
{
    const int Calm = 3;
    const int Watched = 5;

    static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Starts the program, waits until it is idle, and watches it for a few polls.</summary>
    public static async Task<Measurement> MeasureAsync(string[] program)
    {
        await using var c1 = await C1Emulator.StartAsync(new() { NextPoll = Poll });
        var start = new ProcessStartInfo(program[0], program.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["BATON_CLIENT_ID"], start.Environment["BATON_CLIENT_SECRET"], start.Environment["BATON_C1_API_HOST"]) = (c1.ClientId, c1.ClientSecret, c1.Host);
        using var service = Process.Start(start)!;
        try
        {
            var (output, errors) = (service.StandardOutput.ReadToEndAsync(), service.StandardError.ReadToEndAsync());
            await Task.WhenAny(c1.Hello, service.WaitForExitAsync());
            await PollsAsync(c1, service, Calm);
            var (clock, before) = (Stopwatch.StartNew(), service.TotalProcessorTime);
            await PollsAsync(c1, service, Watched);
            service.Refresh();
            return new("idle service", 0, clock.Elapsed.TotalSeconds, (service.TotalProcessorTime - before).TotalSeconds, service.WorkingSet64 / 1e6, 0);

            async Task PollsAsync(C1Emulator server, Process process, int count)
            {
                for (var until = server.Calls("GetTask") + count; server.Calls("GetTask") < until; await Task.Delay(50))
                {
                    if (process.HasExited)
                        throw new InvalidOperationException("the service ended: " + await output + await errors);
                }
                await Task.Delay(Poll / 2); // what the poll made it do is over
            }
        }
        finally
        {
            if (!service.HasExited)
                service.Kill();
            await service.WaitForExitAsync();
        }
    }
}
