using System.Runtime.InteropServices;

namespace Baton.C1Z.Zstd;

/// <summary><c>ZSTD_inBuffer</c> and <c>ZSTD_outBuffer</c>, which have the same shape.</summary>
[StructLayout(LayoutKind.Sequential)]
unsafe struct NativeBuffer(byte* start, int size)
{
    public byte* Start = start;
    public nuint Size = (nuint)size;
    public nuint Position;
}
