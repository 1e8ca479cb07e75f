using System.Runtime.InteropServices;

namespace Baton.C1Z.Envelope;

/// <summary>Makes a rename survive a power failure.</summary>
static partial class DirectoryFlush
{
    const int ReadOnly = 0;
    const int IoError = 5;

    /// <summary>Flushes the entries of a directory.</summary>
    /// <remarks>Windows journals renames itself; a file system that cannot flush directories is no error.</remarks>
    public static void Run(string directory)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(directory, ReadOnly);
        if (descriptor < 0)
            return; // A directory may be writable and not readable.
        var failure = Flush(descriptor) == 0 ? 0 : Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (failure == IoError)
            throw new IOException($"the disk failed to store the entries of {directory}");
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
