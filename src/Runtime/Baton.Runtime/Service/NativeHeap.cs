using System.Runtime.InteropServices;

namespace Baton.Service;

/// <summary>The heap of SQLite and zstd. glibc keeps what was freed, for each thread that ever took from it; other libraries of C do not.</summary>
static class NativeHeap
{
    public static unsafe void Release()
    {
        if (!NativeLibrary.TryLoad("libc.so.6", out var libc))
            return;
        if (NativeLibrary.TryGetExport(libc, "malloc_trim", out var trim))
            _ = ((delegate* unmanaged<nuint, int>)trim)(0);
        NativeLibrary.Free(libc);
    }
}
