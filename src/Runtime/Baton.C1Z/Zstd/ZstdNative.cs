using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Baton.C1Z.Zstd;

/// <summary>The few functions of the reference zstd library that a c1z needs.</summary>
static unsafe partial class ZstdNative
{
    const string Library = ZstdLibrary.Name;

    // Before the first call, so that the library is found under the names that systems give it.
    static ZstdNative() => ZstdLibrary.Register();

    [LibraryImport(Library, EntryPoint = "ZSTD_createCCtx")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint CreateCompressor();

    [LibraryImport(Library, EntryPoint = "ZSTD_freeCCtx")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nuint FreeCompressor(nint context);

    [LibraryImport(Library, EntryPoint = "ZSTD_CCtx_setParameter")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nuint SetParameter(nint context, CompressorParameter parameter, int value);

    [LibraryImport(Library, EntryPoint = "ZSTD_CCtx_setPledgedSrcSize")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nuint PledgeSize(nint context, ulong size);

    [LibraryImport(Library, EntryPoint = "ZSTD_compressStream2")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nuint Compress(nint context, NativeBuffer* output, NativeBuffer* input, int directive);

    [LibraryImport(Library, EntryPoint = "ZSTD_createDCtx")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint CreateDecompressor();

    [LibraryImport(Library, EntryPoint = "ZSTD_freeDCtx")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nuint FreeDecompressor(nint context);

    [LibraryImport(Library, EntryPoint = "ZSTD_DCtx_setParameter")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nuint SetParameter(nint context, DecompressorParameter parameter, int value);

    [LibraryImport(Library, EntryPoint = "ZSTD_decompressStream")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nuint Decompress(nint context, NativeBuffer* output, NativeBuffer* input);

    [LibraryImport(Library, EntryPoint = "ZSTD_isError")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint IsError(nuint result);

    [LibraryImport(Library, EntryPoint = "ZSTD_getErrorName")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint ErrorName(nuint result);
}
