using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Baton.C1Z;

/// <summary>Hints for the processor.</summary>
static class Memory
{
    /// <summary>Says that a place will be read soon, so that other work is done while it comes. Nothing, where processors find out by themselves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch(ref int place)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref place)); // wherever it is moved to meanwhile: a hint may be wrong
    }
}
