using System.Runtime;

namespace Baton.Service;

/// <summary>A service is idle nearly all the time: what a sync needed goes back to the system.</summary>
static class IdleMemory
{
    public static void Release()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
