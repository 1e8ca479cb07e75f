using System.Runtime.InteropServices;

namespace Baton.Samples.Unix.Tests.Support;

/// <summary>
/// Looks at files as somebody who is not root, even when root runs the tests: permissions are asked for by thread, and one thread can give
/// up its own.
/// </summary>
static partial class OrdinaryUser
{
    const uint Nobody = 65534;

    /// <summary>Runs something that reads files on its own thread, synchronously.</summary>
    public static T Run<T>(Func<T> read)
    {
        if (!Environment.IsPrivilegedProcess)
            return read();
        T result = default!;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            _ = SetFileSystemUser(Nobody);
            try
            {
                result = read();
            }
            catch (Exception e)
            {
                failure = e;
            }
            finally
            {
                _ = SetFileSystemUser(0);
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result : throw failure;
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(uint user);
}
