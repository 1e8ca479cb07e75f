using System.Globalization;
using System.Runtime.CompilerServices;

namespace BatonSynthetic;

/// <summary>Leaves a note of how much the process allocated, in the file that an environment variable names: for benchmarks.</summary>
static class AllocationNote
{
#pragma warning disable CA2255 // A program, which nobody references; the main method is generated.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("BATON_SYNTHETIC_ALLOCATED") is { Length: > 0 } file)
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllText(file, GC.GetTotalAllocatedBytes().ToString(CultureInfo.InvariantCulture));
    }
}
