using System.Runtime;
using System.Runtime.CompilerServices;

namespace Baton.Service;

/// <summary>A service is idle nearly all the time: what a sync, or the start, needed goes back to the system.</summary>
static class IdleMemory
{
    public static void Release()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (!OperatingSystem.IsLinux())
            return;
        NativeHeap.Release();
        // In a native program most of what is resident is code that is not needed again soon.
        if (!RuntimeFeature.IsDynamicCodeSupported)
            FilePages.Release();
    }
}
