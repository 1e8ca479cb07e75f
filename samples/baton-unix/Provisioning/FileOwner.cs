using System.Runtime.InteropServices;

namespace BatonUnix.Provisioning;

/// <summary>Owners of files, which .NET has no calls for.</summary>
static partial class FileOwner
{
    const int CurrentDirectory = -100;
    const uint UidAndGid = 0x18;

    // struct statx has the same layout on every architecture.
    const int StatxSize = 256, UidOffset = 20, GidOffset = 24;

    /// <summary>Gives a file the owner and group of another one.</summary>
    /// <exception cref="UnauthorizedAccessException">Only root may do that, when they differ.</exception>
    public static void Copy(string from, string to)
    {
        var wanted = Of(from);
        if (Of(to) != wanted && ChangeOwner(to, wanted.Uid, wanted.Gid) != 0)
            throw new UnauthorizedAccessException($"the owner of {from} cannot be kept: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <summary>Owner and group of a file.</summary>
    public static (uint Uid, uint Gid) Of(string path)
    {
        Span<byte> status = stackalloc byte[StatxSize];
        if (Status(CurrentDirectory, path, 0, UidAndGid, status) != 0)
            throw new IOException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}");
        return (Id(status, UidOffset), Id(status, GidOffset));
    }

    static uint Id(ReadOnlySpan<byte> status, int offset) =>
        MemoryMarshal.Read<uint>(status[offset..]);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int directory, string path, int flags, uint mask, Span<byte> status);

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint owner, uint group);
}
