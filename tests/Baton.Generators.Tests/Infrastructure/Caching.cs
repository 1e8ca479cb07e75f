using Microsoft.CodeAnalysis;

namespace Baton.Generators.Tests.Infrastructure;

/// <summary>Reads from a run which steps did work.</summary>
static class Caching
{
    static readonly string[] Steps = [.. typeof(TrackingNames).GetFields().Select(f => (string)f.GetRawConstantValue()!)];

    public static void CheckAllCached(GeneratorRun run)
    {
        foreach (var step in Steps)
            Assert.All(Reasons(run, step), reason => Assert.True(IsCached(reason), $"Step {step} is {reason} after an unrelated edit."));
        Assert.All(OutputReasons(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    /// <summary>Why the outputs of a named step are what they are.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorRun run, string step) =>
        run.Result.TrackedSteps.TryGetValue(step, out var steps) ? [.. steps.SelectMany(s => s.Outputs).Select(o => o.Reason)] : [];

    /// <summary>The same for what leaves the generator, one for each file.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> OutputReasons(GeneratorRun run) =>
        [.. run.Result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason)];

    /// <summary>How many files were written anew.</summary>
    public static int Written(GeneratorRun run) => OutputReasons(run).Count(reason => !IsCached(reason));

    public static bool IsCached(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
