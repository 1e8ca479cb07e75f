using System.Reflection;
using System.Runtime.InteropServices;

namespace Baton.C1Z.Zstd;

/// <summary>Finds the zstd library under the names and places where systems install it.</summary>
static class ZstdLibrary
{
    public const string Name = "libzstd";

    // Only the runtime library carries the plain name's version; the unversioned one comes with the headers.
    static readonly string[] Candidates =
    [
        "libzstd.so.1", "libzstd.1.dylib", "/opt/homebrew/lib/libzstd.1.dylib", "/usr/local/lib/libzstd.1.dylib", "zstd",
    ];

    public static void Register() => NativeLibrary.SetDllImportResolver(typeof(ZstdLibrary).Assembly, Resolve);

    /// <summary>The error for a machine without the library.</summary>
    public static C1ZException Missing(Exception cause) => new(
        C1ZError.MissingLibrary,
        "the zstd library (libzstd), which c1z files need, is not installed. Debian and Ubuntu: apt-get install libzstd1. "
            + "Alpine: apk add zstd-libs. Fedora: dnf install libzstd. macOS: brew install zstd. "
            + "Windows: vcpkg install zstd, then put libzstd.dll next to the program",
        cause);

    static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Name)
            return 0;
        if (NativeLibrary.TryLoad(name, assembly, searchPath, out var handle))
            return handle;
        foreach (var candidate in Candidates)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, searchPath, out handle))
                return handle;
        }
        return 0; // The runtime then throws DllNotFoundException.
    }
}
