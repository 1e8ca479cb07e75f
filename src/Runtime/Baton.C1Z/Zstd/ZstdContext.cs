using System.Runtime.InteropServices;

namespace Baton.C1Z.Zstd;

/// <summary>Owns a native compression or decompression context.</summary>
abstract class ZstdContext : SafeHandle
{
    protected ZstdContext(Func<nint> create)
        : base(0, ownsHandle: true)
    {
        try
        {
            SetHandle(create());
        }
        catch (DllNotFoundException e)
        {
            throw ZstdLibrary.Missing(e);
        }
        if (IsInvalid)
            throw new InsufficientMemoryException("no memory for a zstd context");
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>Passes a good result on and turns an error code into an exception.</summary>
    protected static nuint Check(nuint result) =>
        ZstdNative.IsError(result) == 0
            ? result
            : throw new ZstdException(Marshal.PtrToStringUTF8(ZstdNative.ErrorName(result)) ?? "unknown error");
}
