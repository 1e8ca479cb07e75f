using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Baton.C1Z;

namespace Baton.Benchmarks.Files;

/// <summary>Decisions of an access graph, on one thread: how many a second, and how long single ones take.</summary>
static class DecisionBenchmark
{
    const int Questions = 1 << 20;
    const int Rounds = 5;

    public static Command Command()
    {
        var command = new Command("decisions", "Asks an access graph of a file a million random questions, over and over, on one thread");
        var file = new Argument<string>("file") { Description = "A c1z, for example one that sync --keep left" };
        command.Add(file);
        command.SetAction((result, cancellationToken) => RunAsync(result.GetRequiredValue(file), cancellationToken));
        return command;
    }

    static async Task RunAsync(string file, CancellationToken cancellationToken)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        await using var reader = await C1ZReader.OpenAsync(file, cancellationToken: cancellationToken);
        var unpacked = clock.Elapsed;
        var graph = await AccessGraph.LoadAsync(reader.Current, cancellationToken: cancellationToken);
        var loaded = clock.Elapsed;
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{graph.Grants:N0} grants; unpacking {unpacked.TotalSeconds:N2} s, loading {(loaded - unpacked).TotalSeconds:N2} s, {megabytes:N0} MB"));

        var (callers, actions, resources) = await QuestionsAsync(reader.Current, cancellationToken);
        var (best, allowed) = (0.0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            // CPU time: what one core does, whatever else the machine is busy with.
            var start = Environment.CpuUsage.TotalTime;
            allowed = 0;
            for (var i = 0; i < Questions; i++)
                allowed += graph.Check(callers[i], actions[i], resources[i]).IsAllowed ? 1 : 0;
            best = Math.Max(best, Questions / (Environment.CpuUsage.TotalTime - start).TotalSeconds);
        }
        var ticks = new long[Questions];
        for (var i = 0; i < Questions; i++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = graph.Check(callers[i], actions[i], resources[i]);
            ticks[i] = Stopwatch.GetTimestamp() - start;
        }
        Array.Sort(ticks);
        double Micros(double share) => ticks[(int)(share * (Questions - 1))] * 1e6 / Stopwatch.Frequency;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{best:N0} checks/s, {100.0 * allowed / Questions:N0} % allowed; median {Micros(0.5):N2} µs, 99 % under {Micros(0.99):N2} µs, 99.9 % under {Micros(0.999):N2} µs"));
    }

    // Half of the questions are about a pair that a grant names, half about any pair.
    static async Task<(Caller[], string[], string[])> QuestionsAsync(SyncView view, CancellationToken cancellationToken)
    {
        var random = new Random(1);
        var grants = new List<(string Principal, string Resource, string Name)>();
        var seen = 0;
        await foreach (var grant in view.GrantsAsync(cancellationToken: cancellationToken))
        {
            // A sample of all grants that is as good wherever they are in the file.
            var (who, on) = (grant.Principal.Id, grant.Entitlement.Resource.Id);
            var entry = ($"{who.ResourceType}:{who.Resource}", $"{on.ResourceType}:{on.Resource}", grant.Entitlement.Id[(grant.Entitlement.Id.LastIndexOf(':') + 1)..]);
            if (++seen <= Questions / 8)
                grants.Add(entry);
            else if (random.Next(seen) < grants.Count)
                grants[random.Next(grants.Count)] = entry;
        }
        var (callers, actions, resources) = (new Caller[Questions], new string[Questions], new string[Questions]);
        for (var i = 0; i < Questions; i++)
        {
            var (one, other) = (grants[random.Next(grants.Count)], grants[random.Next(grants.Count)]);
            callers[i] = one.Principal;
            (resources[i], actions[i]) = i % 2 == 0 ? (one.Resource, one.Name) : (other.Resource, other.Name);
        }
        return (callers, actions, resources);
    }
}
