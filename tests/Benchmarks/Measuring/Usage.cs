using System.Runtime.InteropServices;

namespace Baton.Benchmarks.Measuring;

/// <summary>What the system counted for this process, or for those that it started and that ended.</summary>
static partial class Usage
{
    const int Self = 0;
    const int Children = -1;

    /// <summary>CPU seconds, user and system, of this process.</summary>
    public static double CpuSeconds() => Read(Self).CpuSeconds;

    /// <summary>CPU seconds, user and system, of the processes that this one started and that ended.</summary>
    public static double CpuSecondsOfChildren() => Read(Children).CpuSeconds;

    static ResourceUsage Read(int who)
    {
        if (GetUsage(who, out var usage) != 0)
            throw new InvalidOperationException($"getrusage failed with {Marshal.GetLastPInvokeError()}.");
        return usage;
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetUsage(int who, out ResourceUsage usage);

    [StructLayout(LayoutKind.Sequential)]
    struct ResourceUsage
    {
        long _userSeconds;
        long _userMicroseconds;
        long _systemSeconds;
        long _systemMicroseconds;
        Rest _rest;

        public readonly double CpuSeconds => _userSeconds + _systemSeconds + ((_userMicroseconds + _systemMicroseconds) / 1e6);
    }

    [System.Runtime.CompilerServices.InlineArray(14)]
    struct Rest
    {
        long _first;
    }
}
